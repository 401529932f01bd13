import type { DataSource } from 'typeorm';
import { startKring } from '#server-testing';
import { type QuietProxy, quietProxy, type TestDatabase, testDatabase } from '#testing';
import { createDataSource } from './data-source.ts';
import { Database } from './database.ts';
import { Replica } from './replicas/replica.ts';
import { HEARD_WITHIN_MS } from './silence.ts';

const SOON_MS = 300;
const AT_ONCE = 3;

let direct: TestDatabase;
let proxy: QuietProxy;
beforeAll(async () => {
  direct = await testDatabase();
  proxy = await quietProxy(direct.url);
});
afterAll(async () => {
  proxy.close();
  await direct.drop();
});

/** Opens as many connections, which then are idle. */
async function warm(ask: () => Promise<unknown>): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
}

async function opened(source: DataSource): Promise<Database> {
  source.setOptions({ extra: { ...(source.options as { extra: object }).extra, query_timeout: SOON_MS } });
  return new Database(await source.initialize());
}

describe('a network that forgot the connections without a word costs one statement, not one for each of them', () => {
  test('at the primary', async () => {
    const database = await opened(createDataSource(proxy.url, AT_ONCE));
    await warm(() => database.query('SELECT pg_sleep(0.05)'));
    proxy.forgetConnections();
    await expect(database.query('SELECT 1')).rejects.toThrow('Query read timeout');
    for (let count = 0; count < AT_ONCE; count++)
      expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.dataSource.destroy();
  });

  test('within a transaction', async () => {
    const database = await opened(createDataSource(proxy.url, AT_ONCE));
    await warm(() => database.query('SELECT pg_sleep(0.05)'));
    const broken = database.transaction(async (transaction) => {
      proxy.forgetConnections();
      await transaction.query('SELECT 1');
    });
    await expect(broken).rejects.toThrow('Query read timeout');
    await database.transaction((transaction) => transaction.query('SELECT 1'));
    await database.dataSource.destroy();
  });

  test('at a replica', async () => {
    const replica = new Replica(proxy.url, AT_ONCE, SOON_MS);
    const ask = (text: string) => replica.ask({ text, values: [] });
    await warm(() => ask('SELECT pg_sleep(0.05)'));
    proxy.forgetConnections();
    await expect(ask('SELECT 1')).rejects.toThrow('Query read timeout');
    for (let count = 0; count < AT_ONCE; count++) expect(await ask('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await replica.end();
  });
});

test('that is how long a running Kring waits: longer than Postgres may work on a statement', async () => {
  const kring = await startKring();
  const { options } = (kring.database.dataSource.driver as unknown as { master: { options: object } }).master;
  expect(options).toMatchObject({ query_timeout: HEARD_WITHIN_MS });
  const [{ statement_timeout: works }] = await kring.database.query<any>('SHOW statement_timeout');
  expect(HEARD_WITHIN_MS).toBeGreaterThan(Number(works.replace('s', '')) * 1000);
  await kring.stop();
});
