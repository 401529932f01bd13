import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { createDataSource, Database } from '#platform';
import { type Kring, startKring } from '#server-testing';
import { openTransactions } from '../src/checks/transactions.ts';
import { healed, patientOf, see } from './patient.ts';

let kring: Kring;
beforeAll(async () => {
  kring = await startKring();
});
afterAll(() => kring.stop());

const sql = (text: string, values: unknown[] = []) => kring.database.query<any>(text, values);
const found = async (check: string, patient = patientOf(kring)) =>
  (await see(patient, { only: [check] })).findings;
const codes = async (check: string) => (await found(check)).map(({ code }) => code);

/** A session of its own; `work` gets it, and what it left open is gone afterwards. */
async function session<T>(work: (client: pg.Client) => Promise<T>, url = kring.settings.DATABASE_URL!) {
  const client = new pg.Client({ connectionString: url, application_name: 'somebody' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function over<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const dataSource = createDataSource(url);
  await dataSource.initialize();
  try {
    return await work(new Database(dataSource));
  } finally {
    await dataSource.destroy();
  }
}

const urlOf = (changes: Partial<URL>) => Object.assign(new URL(kring.settings.DATABASE_URL!), changes).href;

test('an installation that is new has a sound database and schema', async () => {
  expect([await codes('database'), await codes('schema')]).toEqual([[], []]);
});

test('an index that was left half built is built anew, and one that cannot be is said', async () => {
  await sql('CREATE TABLE twins (n int); ');
  await sql('INSERT INTO twins VALUES (1), (1)');
  await session((client) =>
    client.query('CREATE UNIQUE INDEX CONCURRENTLY twins_once ON twins (n)').catch(() => undefined),
  );
  const { codes: before, repaired, left } = await healed(patientOf(kring), 'schema');
  expect(before).toEqual(['schema.invalid-index']);
  expect(repaired[0]).toMatch(/^Could not be put right: could not create unique index/);
  expect(left).toEqual(['schema.invalid-index']);
  await sql('DELETE FROM twins WHERE ctid = (SELECT min(ctid) FROM twins)');
  const again = await healed(patientOf(kring), 'schema');
  expect(again.repaired.join()).toContain('twins_once');
  expect(again.left).toEqual([]);
  expect(await sql(`SELECT FROM pg_index WHERE NOT indisvalid`)).toEqual([]);
  await sql('DROP TABLE twins');
});

test('triggers that are off are switched on, and rules for new rows only are made to hold for all', async () => {
  await sql('ALTER TABLE files DISABLE TRIGGER file_is_dropped');
  await sql('ALTER TABLE posts ADD CONSTRAINT short CHECK (length(body) < 1000000) NOT VALID');
  const seen = await healed(patientOf(kring), 'schema');
  expect(seen.codes).toEqual(['schema.trigger-off', 'schema.not-validated']);
  expect(seen.repaired).toEqual(['Switched on: file_is_dropped.', 'Validated: short.']);
  expect(seen.left).toEqual([]);
});

test('a schema that is older or newer than this Kring is said, and no other table is looked at', async () => {
  const [last] = await sql('SELECT * FROM migrations ORDER BY id DESC LIMIT 1');
  await sql('DELETE FROM migrations WHERE id = $1', [last.id]);
  expect((await see(patientOf(kring))).codes).toContain('schema.older');
  await sql(
    'INSERT INTO migrations SELECT ($1::jsonb ->> $2)::int, ($1::jsonb ->> $3)::bigint, $1::jsonb ->> $4',
    [JSON.stringify(last), 'id', 'timestamp', 'name'],
  );
  await sql(`INSERT INTO migrations (timestamp, name) VALUES (1, 'FromTheFuture')`);
  const { findings } = await see(patientOf(kring));
  expect(findings.find(({ code }) => code === 'schema.newer')!.examples).toEqual(['FromTheFuture']);
  expect(findings.filter(({ code }) => /^(log|counters|orphans)/.test(code))).toEqual([]);
  await sql(`INSERT INTO schema_changes VALUES ('FromTheFuture', false)`);
  expect((await see(patientOf(kring), { only: ['schema', 'log'] })).codes).toEqual(['schema.newer-fits']);
  await sql(`DELETE FROM migrations WHERE name = 'FromTheFuture'`);
});

test('a transaction that stays open is named, also in another database', async () => {
  await session(
    async (client) => {
      await client.query('BEGIN; CREATE TEMP TABLE t (n int)');
      await pause(60);
      const [finding] = await openTransactions(kring.database, { longSeconds: 0.05 });
      expect(finding).toMatchObject({ code: 'database.long-transaction', level: 'warning' });
      expect(finding!.examples!.join()).toContain('(somebody, postgres)');
    },
    urlOf({ pathname: 'postgres' }),
  );
});

test('a listener in an open transaction fills the queue of NOTIFY, which alarms at one percent', async () => {
  await session(async (listener) => {
    await listener.query('LISTEN somewhere; BEGIN; SELECT 1');
    await session((other) =>
      other.query(
        `SELECT pg_notify('somewhere', n || repeat('x', 7900)) FROM generate_series(1, 11500) AS n`,
      ),
    );
    const findings = await found('database');
    expect(findings).toMatchObject([{ code: 'database.notification-queue', level: 'warning' }]);
  });
  // It empties when everybody else has read it.
  for (let tries = 0; tries < 100 && (await codes('database')).length > 0; tries++) await pause(50);
  expect(await codes('database')).toEqual([]);
});

test('a role that may not write every table is told what it lacks', async () => {
  await sql(`CREATE ROLE kring_reader LOGIN PASSWORD 'alleen-lezen-mag-dit'`);
  await sql('GRANT SELECT ON ALL TABLES IN SCHEMA public TO kring_reader');
  await sql('GRANT INSERT, UPDATE, DELETE ON posts TO kring_reader');
  await over(urlOf({ username: 'kring_reader', password: 'alleen-lezen-mag-dit' }), async (database) => {
    const [finding] = await found('database', patientOf(kring, { database }));
    expect(finding).toMatchObject({ code: 'database.rights', level: 'failure' });
    expect(finding!.examples).toContain('threads');
    expect(finding!.examples).not.toContain('posts');
  });
  await sql('DROP OWNED BY kring_reader');
  await sql('DROP ROLE kring_reader');
});

test('a database that cannot hold every text, or does not know capitals, is said', async () => {
  for (const [options, code] of [
    [`ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`, 'database.encoding'],
    [`ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0`, 'database.ctype'],
  ] as const) {
    await sql(`CREATE DATABASE strange ${options}`);
    await over(urlOf({ pathname: 'strange' }), async (database) => {
      const patient = patientOf(kring, { database, owner: database });
      expect((await see(patient)).codes).toContain('schema.none');
      const { databaseCheck } = await import('../src/checks/database.check.ts');
      expect((await databaseCheck.examine(patient)).map((one) => one.code)).toContain(code);
    });
    await sql('DROP DATABASE strange WITH (FORCE)');
  }
});

test('a database that takes no changes is said', async () => {
  const name = new URL(kring.settings.DATABASE_URL!).pathname.slice(1);
  await sql(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  await over(kring.settings.DATABASE_URL!, async (database) => {
    expect((await found('database', patientOf(kring, { database }))).map(({ code }) => code)).toEqual([
      'database.read-only',
    ]);
  });
  await session(async (client) => {
    await client.query('SET default_transaction_read_only = off');
    await client.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
  });
});

test('tables that are full of dead rows are vacuumed', async () => {
  await sql('CREATE TABLE heap (n int)');
  await session(async (client) => {
    await client.query('INSERT INTO heap SELECT generate_series(1, 60000)');
    await client.query('DELETE FROM heap');
    await client.query('SELECT pg_stat_force_next_flush()');
  });
  const seen = await healed(patientOf(kring), 'database');
  expect(seen.findings).toMatchObject([{ code: 'database.bloat', examples: ['heap: 60,000 dead rows'] }]);
  expect(seen.repaired).toEqual(['Vacuumed heap.']);
  expect(seen.left).toEqual([]);
  await sql('DROP TABLE heap');
});
