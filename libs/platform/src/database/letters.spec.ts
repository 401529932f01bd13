import pg from 'pg';
import { type TestDatabase, testDatabase } from '#testing';
import { StartupProblem } from '../startup-problem.ts';
import { runMigrations } from './migrate.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(async () => undefined);
});
afterAll(() => database.drop());

async function withDatabase(options: string, work: (url: string) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const url = new URL(database.url);
  url.pathname = `${url.pathname}_letters`;
  const name = url.pathname.slice(1);
  await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ${options}`);
  try {
    await work(url.href);
  } finally {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await client.end();
  }
}

test.each([
  [`ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'`, 'knows no letters but A to Z'],
  [`ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'`, 'does not hold UTF-8'],
])('a database made with %s is refused, and left as it is', (options, reason) =>
  withDatabase(options, async (url) => {
    const error = await runMigrations(url).catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(StartupProblem);
    expect((error as StartupProblem).cause).toContain(reason);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    expect((await client.query(`SELECT to_regclass('users') AS users`)).rows).toEqual([{ users: null }]);
    await client.end();
  }),
);

test('one that knows letters by the C library is taken', () =>
  withDatabase(`ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C.UTF-8'`, runMigrations));
