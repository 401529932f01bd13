import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { createDataSource, Database, writeUnnumbered } from '#platform';
import { type Kring, startKring } from '#server-testing';
import { testDatabase } from '#testing';
import { healed, patientOf, see } from './patient.ts';

let kring: Kring;
let place: any;
beforeAll(async () => {
  kring = await startKring();
  place = await kring.admin.creates('Nieuwbouw');
  for (const body of ['Een', 'Twee', 'Drie', 'Vier']) await kring.admin.starts(place, body);
  await allTold();
});
afterAll(() => kring.stop());

const sql = (text: string, values: unknown[] = []) => kring.database.query<any>(text, values);
const codes = async () => (await see(patientOf(kring), { only: ['log'] })).codes;

/** Numbered, and done by every consumer. */
async function allTold(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const [{ busy }] = await sql(
      `SELECT EXISTS (SELECT FROM outbox) OR EXISTS (SELECT FROM consumers, event_log WHERE seq < head) AS busy`,
    );
    if (!busy) return;
    await pause(20);
  }
}

async function inAnotherSession<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: kring.settings.DATABASE_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test('a log that is whole is found whole', async () => {
  expect(await codes()).toEqual([]);
});

test('a gap is found, and afterwards whoever stands before it loads anew', async () => {
  const [{ head }] = await sql('SELECT head FROM event_log');
  await sql('DELETE FROM events WHERE seq IN ($1, $2, $3)', [2, head - 3, head - 2]);
  const seen = await healed(patientOf(kring), 'log');
  expect(seen.findings).toMatchObject([
    { code: 'log.gap', level: 'failure', examples: [`${head - 3} to ${head - 2}`, '2'] },
  ]);
  expect(seen.repaired[0]).toContain(`after number ${head - 2}`);
  expect(seen.left).toEqual([]);
  const [{ floor }] = await sql('SELECT floor FROM event_log');
  expect(floor).toBe(head - 2);
});

test('a last event that is missing is a gap too', async () => {
  await kring.admin.starts(place, 'Vijf');
  await allTold();
  await sql('DELETE FROM events WHERE seq = (SELECT head FROM event_log)');
  const { codes: found, left } = await healed(patientOf(kring), 'log');
  expect([found, left]).toEqual([['log.gap'], []]);
});

test('a last number that is too low stops everything, and is set right', async () => {
  await kring.admin.starts(place, 'Zes');
  await allTold();
  await sql('UPDATE event_log SET head = head - 1');
  const { codes: found, left } = await healed(patientOf(kring), 'log');
  expect([found, left]).toEqual([['log.head-behind'], []]);
  const thread = await kring.admin.starts(place, 'Zeven');
  await allTold();
  expect(await sql('SELECT FROM events WHERE thread_id = $1', [thread.id])).toHaveLength(1);
});

test('a consumer that stands after the end is taken back to it', async () => {
  await sql(`UPDATE consumers SET seq = seq + 1000000 WHERE name = 'search'`);
  const { codes: found, repaired, left } = await healed(patientOf(kring), 'log');
  expect([found, left]).toEqual([['log.consumer-ahead'], []]);
  expect(repaired[0]).toContain('search go on after number');
  await kring.admin.starts(place, 'Gevonden worden');
  await allTold();
  expect((await kring.admin.reads('/search?q=gevonden&in=posts')).items).toHaveLength(1);
});

test('changes that nobody numbers, and a consumer that cannot go on, are named', async () => {
  await inAnotherSession(async (other) => {
    await other.query('BEGIN; SELECT FROM event_log FOR UPDATE');
    await sql(`INSERT INTO outbox (type, at) VALUES ('x', now() - interval '5 minutes')`);
    const { findings } = await see(patientOf(kring), { only: ['log'] });
    expect(findings).toMatchObject([{ code: 'log.stopped', level: 'failure' }]);
    expect(findings[0]!.says).toMatch(/^1 change waits to be told, the oldest for 5 minutes/);
  });
  await allTold();
  await inAnotherSession(async (other) => {
    await other.query(`BEGIN; SELECT FROM consumers WHERE name = 'search' FOR UPDATE`);
    await sql(`INSERT INTO outbox (type, at) VALUES ('x', now() - interval '20 minutes')`);
    await pause(1_500);
    const { findings } = await see(patientOf(kring), { only: ['log'] });
    expect(findings).toMatchObject([
      { code: 'log.consumer-late', level: 'failure', examples: ['search: 1 event to do'] },
    ]);
  });
  await allTold();
  expect(await codes()).toEqual([]);
});

test('when no Kring runs, waiting work is no fault of the log', async () => {
  const { url, drop } = await testDatabase();
  const dataSource = createDataSource(url);
  await dataSource.initialize();
  const database = new Database(dataSource);
  const patient = patientOf(kring, {
    database,
    owner: database,
    write: (work) => writeUnnumbered(database, work),
  });
  await database.query(`INSERT INTO outbox (type, at) VALUES ('x', now() - interval '5 minutes')`);
  expect((await see(patient, { only: ['log'] })).findings).toMatchObject([
    { code: 'log.nobody', level: 'warning' },
  ]);
  await dataSource.destroy();
  await drop();
});
