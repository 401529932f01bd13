import { Logger } from '@nestjs/common';
import { type TestDatabase, testDatabase } from '#testing';
import type { EventConsumer } from './consumers.ts';
import { LogNode, pause, until, upTo } from './fixtures/log-node.ts';

/** Writes down the numbers it was given; a number twice would show. */
const notebook = (name: string, trouble: () => void | Promise<void> = () => undefined): EventConsumer => ({
  name,
  types: ['some', 'poison'],
  async consume(events, transaction) {
    for (const { seq } of events)
      await transaction.query('INSERT INTO done (consumer, seq) VALUES ($1, $2)', [name, seq]);
    await trouble();
  },
});

Logger.overrideLogger(false);

describe('consumers', () => {
  let place: TestDatabase;
  let nodes: LogNode[];

  beforeEach(async () => {
    place = await testDatabase();
    nodes = [await LogNode.on(place.url)];
    await nodes[0]!.database.query('CREATE TABLE done (id serial, consumer text, seq bigint)');
  });
  afterEach(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await place.drop();
  });

  const done = async (name: string): Promise<number[]> =>
    (
      await nodes[0]!.database.query<{ seq: number }>(
        'SELECT seq FROM done WHERE consumer = $1 ORDER BY id',
        [name],
      )
    ).map(({ seq }) => seq);

  async function run(node: LogNode, ...consumers: EventConsumer[]): Promise<void> {
    for (const consumer of consumers) node.consumers.add(consumer);
    await node.start();
    await node.consumers.start();
  }

  test('each gets every event once, in order', async () => {
    const [node] = nodes as [LogNode];
    await run(node, notebook('one'), notebook('other'));
    for (let count = 0; count < 300; count++) await node.record('some');
    await until(async () => (await done('one')).length >= 300 && (await done('other')).length >= 300);
    expect(await done('one')).toEqual(upTo(300));
    expect(await done('other')).toEqual(upTo(300));
  });

  test('each gets the events of its types only, and is not behind for the others', async () => {
    const [node] = nodes as [LogNode];
    await run(node, notebook('one'), { ...notebook('choosy'), types: ['rare'] });
    for (let count = 1; count <= 250; count++) await node.record(count % 100 === 0 ? 'rare' : 'some');
    await until(async () => (await node.consumers.lag()).every(({ lag }) => lag === 0));
    expect(await done('choosy')).toEqual([100, 200]);
    expect(await done('one')).toEqual(upTo(250).filter((seq) => seq % 100 !== 0));
  });

  test('one that went out of the code is forgotten when it is a day behind, and stops no retention', async () => {
    const [node] = nodes as [LogNode];
    const { database } = node;
    await node.start();
    for (let count = 0; count < 3; count++) await node.record('some');
    await until(async () => (await database.query('SELECT FROM events')).length === 3);
    await database.query("UPDATE events SET at = now() - interval '2 days' WHERE seq < 3");
    await database.query("INSERT INTO consumers (name, seq) VALUES ('former', 1), ('newer', 2), ('idle', 3)");
    node.consumers.add(notebook('one'));
    await node.consumers.start();
    const left = await database.query<{ name: string }>('SELECT name FROM consumers ORDER BY name');
    expect(left.map(({ name }) => name)).toEqual(['idle', 'newer', 'one']);
  });

  test('crashes at random leave neither gap nor double', async () => {
    const [node] = nodes as [LogNode];
    const crash = () => {
      if (Math.random() < 0.3) throw Object.assign(new Error('crash'), { code: '08006' });
    };
    await run(node, notebook('one', crash));
    for (let count = 0; count < 200; count++) {
      await node.record('some');
      await pause(Math.random() * 5);
    }
    await until(async () => (await done('one')).length >= 200, 30_000);
    expect(await done('one')).toEqual(upTo(200));
  });

  test('connections killed in the middle of a batch leave neither gap nor double', async () => {
    const [node] = nodes as [LogNode];
    await run(
      node,
      notebook('one', () => void pause(Math.random() * 5)),
    );
    const killer = await LogNode.on(place.url, 2);
    nodes.push(killer);
    let written = 0;
    for (let round = 0; round < 8; round++) {
      for (let count = 0; count < 20; count++) await killer.record('some').then(() => written++);
      await killer.database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%done%'`,
      );
    }
    await until(async () => (await done('one').catch(() => [])).length >= written, 30_000);
    expect(await done('one')).toEqual(upTo(written));
  });

  test('two processes that run the same consumer take turns', async () => {
    const other = await LogNode.on(place.url);
    nodes.push(other);
    await run(nodes[0]!, notebook('one'));
    await run(other, notebook('one'));
    for (let count = 0; count < 300; count++) await nodes[count % 2]!.record('some');
    await until(async () => (await done('one')).length >= 300);
    expect(await done('one')).toEqual(upTo(300));
  });

  test('an event that always fails is skipped alone, after five tries', async () => {
    const [node] = nodes as [LogNode];
    let tries = 0;
    const consumer: EventConsumer = {
      name: 'one',
      types: ['some', 'poison'],
      async consume(events, transaction) {
        await notebook('one').consume(events, transaction);
        if (!events.some(({ type }) => type === 'poison')) return;
        if (events.length === 1) tries++;
        throw new Error('cannot digest this');
      },
    };
    for (let count = 1; count <= 20; count++) await node.record(count === 13 ? 'poison' : 'some');
    node.consumers['log'].error = () => undefined;
    await run(node, consumer);
    await until(async () => (await done('one')).length >= 19, 15_000);
    expect(await done('one')).toEqual(upTo(20).filter((seq) => seq !== 13));
    expect(tries).toBe(5);
  });

  test('trouble of the database, however long, skips nothing', async () => {
    const [node] = nodes as [LogNode];
    let failures = 0;
    const consumer = notebook('one', () => {
      if (failures++ < 12) throw new Error('Connection terminated unexpectedly');
    });
    node.consumers['log'].error = () => undefined;
    await node.record('some');
    await run(node, consumer);
    await until(async () => (await done('one')).length === 1, 15_000);
    expect(failures).toBe(13);
  });
});
