import { Logger } from '@nestjs/common';
import { type TestDatabase, testDatabase } from '#testing';
import { EventRetention } from './event-retention.ts';
import { LogNode, pause, until, upTo } from './fixtures/log-node.ts';

Logger.overrideLogger(false);

describe('the event log', () => {
  let place: TestDatabase;
  let nodes: LogNode[];

  beforeEach(async () => {
    place = await testDatabase();
    nodes = [];
  });
  afterEach(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await place.drop();
  });

  async function node(poolSize?: number): Promise<LogNode> {
    const made = await LogNode.on(place.url, poolSize);
    nodes.push(made);
    return made.start();
  }

  /** Transactions of random length, of which a fifth is rolled back. Answers how many were committed. */
  async function writeAtRandom(on: LogNode, writers: number, each: number): Promise<number> {
    let committed = 0;
    const writer = async (name: number) => {
      for (let round = 0; round < each; round++) {
        const fails = Math.random() < 0.2;
        const write = on.eventLog.write(async (transaction) => {
          await transaction.record({ type: `w${name}.${round}` });
          if (Math.random() < 0.3) await pause(Math.random() * 15);
          if (fails) throw new Error('rolled back');
        });
        if (
          await write.then(
            () => true,
            (error) => !(fails && error.message === 'rolled back'),
          )
        )
          committed++;
      }
    };
    await Promise.all(Array.from({ length: writers }, (_, name) => writer(name)));
    return committed;
  }

  const numbersInTable = async (on: LogNode): Promise<number[]> =>
    (await on.database.query<{ seq: number }>('SELECT seq FROM events ORDER BY seq')).map(({ seq }) => seq);

  test('50 writers, a fifth rolled back: a reader sees every committed event once, numbered densely', async () => {
    const reader = await node(50);
    const committed = await writeAtRandom(reader, 50, 200);
    await until(() => reader.seen.length >= committed);
    expect(reader.seen).toEqual(upTo(committed));
    expect(new Set(reader.seenTypes).size).toBe(committed);
    expect(await numbersInTable(reader)).toEqual(upTo(committed));
  });

  test('each writer finds its own events in the order in which it wrote them', async () => {
    const reader = await node();
    const committed = await writeAtRandom(reader, 8, 50);
    await until(() => reader.seen.length >= committed);
    for (let writer = 0; writer < 8; writer++) {
      const rounds = reader.seenTypes
        .filter((type) => type.startsWith(`w${writer}.`))
        .map((type) => Number(type.split('.')[1]));
      expect(rounds).toEqual(rounds.toSorted((a, b) => a - b));
    }
  });

  test('with two processes one numbers, and both see everything', async () => {
    const [one, other] = [await node(), await node()];
    const committed = (await Promise.all([writeAtRandom(one, 10, 40), writeAtRandom(other, 10, 40)])).reduce(
      (a, b) => a + b,
    );
    await until(() => one.seen.length >= committed && other.seen.length >= committed);
    expect(one.seen).toEqual(upTo(committed));
    expect(other.seen).toEqual(upTo(committed));
  });

  test('two sequencers at the same moment do no harm', async () => {
    const one = await node();
    await until(() => one.sequencer['holdsLock']);
    const other = await LogNode.on(place.url);
    nodes.push(other);
    // As if Postgres had given the lock away while the first still believes to have it.
    other.sequencer['takeLock'] = async () => {
      other.sequencer['client'] ??= await other.sequencer['connect']();
      other.sequencer['holdsLock'] = true;
      return true;
    };
    await other.start();
    const committed = (await Promise.all([writeAtRandom(one, 10, 60), writeAtRandom(other, 10, 60)])).reduce(
      (a, b) => a + b,
    );
    await until(() => one.seen.length >= committed && other.seen.length >= committed);
    expect(one.seen).toEqual(upTo(committed));
    expect(await numbersInTable(one)).toEqual(upTo(committed));
  });

  test('when the sequencer is cut off in the middle of writing, numbers go on within five seconds', async () => {
    const [one, other] = [await node(), await node()];
    await one.record('first');
    await until(() => other.seen.length === 1);
    const writing = Promise.all([writeAtRandom(one, 5, 60), writeAtRandom(other, 5, 60)]);
    for (let cut = 0; cut < 3; cut++) {
      await pause(100);
      await one.database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'kring-sequencer' AND datname = current_database()`,
      );
    }
    const [a, b] = await writing;
    const writtenAt = performance.now();
    await until(() => one.seen.length >= a + b + 1 && other.seen.length >= a + b + 1, 5_000);
    expect(performance.now() - writtenAt).toBeLessThan(5_000);
    expect(one.seen).toEqual(upTo(a + b + 1));
    expect(other.seen).toEqual(upTo(a + b + 1));
  });

  test('another process takes over from one that hangs and keeps its connection', async () => {
    const one = await node();
    await until(() => one.sequencer['holdsLock']);
    const other = await node();
    Object.assign(one.sequencer['pace'], { step: () => new Promise(() => undefined) });
    one.sequencer.wake();
    one.stop = async () => {
      one.sequencer.stop = async () => undefined;
      one.sequencer['client']?.end().catch(() => undefined);
      await one.tail.stop();
      await one.wakeCalls.stop();
      await one.database.dataSource.destroy();
    };
    await other.record('after');
    await until(() => other.seen.length === 1, 8_000);
  });

  test('an event is seen within 1.5 seconds though every wake call is lost', async () => {
    const [one, other] = [await node(), await node()];
    await until(() => one.sequencer['holdsLock'] || other.sequencer['holdsLock']);
    const writer = one.sequencer['holdsLock'] ? other : one;
    const reader = writer === one ? other : one;
    for (const { wakeCalls } of nodes) wakeCalls['reconnectSoon'] = () => undefined;
    await one.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'kring-wake' AND datname = current_database()`,
    );
    await pause(50);
    const before = performance.now();
    await writer.record('unheard');
    await until(() => reader.seen.length === 1);
    expect(performance.now() - before).toBeLessThan(1_500);
    for (const { wakeCalls } of nodes) wakeCalls['client'] = null;
  });

  test('wake calls come back after their connection was cut', async () => {
    const [one, other] = [await node(), await node()];
    await until(() => one.sequencer['holdsLock'] || other.sequencer['holdsLock']);
    await one.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'kring-wake' AND datname = current_database()`,
    );
    await pause(900);
    const delays: number[] = [];
    for (let round = 0; round < 10; round++) {
      const [count, before] = [other.seen.length, performance.now()];
      await one.record('heard');
      await until(() => other.seen.length === count + 1 && one.seen.length === count + 1);
      delays.push(performance.now() - before);
      await pause(Math.random() * 100);
    }
    expect(delays.toSorted((a, b) => a - b)[5]).toBeLessThan(200);
  });

  test('a restart delivers what was committed and not numbered', async () => {
    const before = await LogNode.on(place.url);
    for (let count = 0; count < 30; count++) await before.record(`unnumbered ${count}`);
    await before.database.dataSource.destroy();
    const after = await node();
    await until(() => after.seen.length === 30);
    expect(after.seen).toEqual(upTo(30));
  });

  test('writers wait for nobody: a transaction that stays open delays no event of others', async () => {
    const on = await node();
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    const slow = on.eventLog.write(async (transaction) => {
      await transaction.record({ type: 'slow' });
      await held;
    });
    const before = performance.now();
    await on.record('quick');
    await until(() => on.seen.length === 1);
    expect(performance.now() - before).toBeLessThan(900);
    release();
    await slow;
    await until(() => on.seen.length === 2);
    expect(on.seenTypes).toEqual(['quick', 'slow']);
  });

  describe('retention', () => {
    const age = (on: LogNode, days: number, where: string) =>
      on.database.query(`UPDATE events SET at = now() - make_interval(days => $1) WHERE ${where}`, [days]);
    const floor = async (on: LogNode) =>
      (await on.database.query<{ floor: number }>('SELECT floor FROM event_log'))[0]!.floor;

    test('removes what is older than 30 days and done by every consumer, and says up to where', async () => {
      const on = await node();
      for (let count = 0; count < 10; count++) await on.record('some');
      await until(() => on.seen.length === 10);
      await age(on, 31, 'seq <= 6');
      await age(on, 29, 'seq > 6');
      const retention = new EventRetention(on.database);
      await on.database.query(`INSERT INTO consumers VALUES ('slow', 4), ('quick', 10)`);
      expect(await retention.removeOld()).toBe(4);
      expect(await floor(on)).toBe(4);
      await on.database.query(`UPDATE consumers SET seq = 10`);
      expect(await retention.removeOld()).toBe(2);
      expect(await floor(on)).toBe(6);
      expect(await numbersInTable(on)).toEqual([7, 8, 9, 10]);
      await on.record('next');
      await until(() => on.seen.at(-1) === 11);
    });

    test('never lowers the floor, though ages are not in the order of numbers', async () => {
      const on = await node();
      for (let count = 0; count < 5; count++) await on.record('some');
      await until(() => on.seen.length === 5);
      await on.database.query(`INSERT INTO consumers VALUES ('all', 5)`);
      await age(on, 31, 'seq IN (1, 3)');
      const retention = new EventRetention(on.database);
      await retention.removeOld();
      await age(on, 31, 'seq = 2');
      await retention.removeOld();
      expect(await floor(on)).toBe(3);
    });
  });
});
