import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Kring, type Person, startKring } from '#server-testing';
import { type QuietProxy, quietProxy, type TestDatabase, testDatabase } from '#testing';
import { png } from './samples.ts';

let database: TestDatabase;
let proxy: QuietProxy;
let kring: Kring;
let sanne: Person;
/** Past the proxy. */
let direct: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  proxy = await quietProxy(database.url);
  kring = await startKring({ settings: { DATABASE_URL: proxy.url } });
  sanne = await kring.person('Sanne');
  direct = new pg.Client({ connectionString: database.url });
  await direct.connect();
  await direct.query(`
    CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(1); RETURN NULL; END';
    CREATE CONSTRAINT TRIGGER slowly AFTER INSERT ON files DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION slowly()`);
});
afterAll(async () => {
  await direct.end();
  await kring.stop();
  proxy.close();
  await database.drop();
});

async function bytes(): Promise<string[]> {
  const folder = join(kring.settings.KRING_DATA, 'files');
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map(({ name }) => name);
}

const COMMITTING = `SELECT FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event = 'PgSleep'`;

test('an upload is taken back whole when the connection breaks while the database commits it', async () => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(png(4, 4))]), 'plan.png');
  const answer = sanne.api.send('POST', '/files', { body: form });
  while ((await direct.query(COMMITTING)).rowCount === 0) await pause(5);
  proxy.dropClients();
  expect((await answer).status).toBe(503);
  // The database was not told: it did commit.
  expect((await direct.query('SELECT FROM dropped_files')).rowCount).toBe(1);
  expect((await direct.query('SELECT FROM files')).rowCount).toBe(0);
  expect(await bytes()).toEqual([]);
});
