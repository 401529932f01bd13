import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { POSTGRES_URL_VARIABLE } from './test-run.ts';

export interface TestDatabase {
  /** Of a database that nobody else uses, with the schema as it is today and no rows. */
  url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

type Migrate = (databaseUrl: string) => Promise<void>;

/**
 * A fresh database: a clone of a template that is migrated once in a run. Takes about 50 ms.
 * @param migrate makes the schema; by default the migrations of Kring
 */
export async function testDatabase(migrate: Migrate = runAllMigrations): Promise<TestDatabase> {
  const template = await migratedTemplate(migrate);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer((client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`),
  );
  return {
    url: urlOf(name),
    drop: () => administer(async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

async function runAllMigrations(databaseUrl: string): Promise<void> {
  const { runMigrations } = await import('#platform');
  await runMigrations(databaseUrl);
}

/** The first worker that needs the template makes it, the others wait for its name to appear. */
function migratedTemplate(migrate: Migrate): Promise<string> {
  const key = createHash('sha256').update(migrate.toString()).digest('hex').slice(0, 16);
  const template = `template_${key}`;
  return administer(async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount === 0) await makeTemplate(client, template, migrate);
    return template;
  });
}

async function makeTemplate(client: pg.Client, template: string, migrate: Migrate): Promise<void> {
  const draft = `${template}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft}`);
  await migrate(urlOf(draft));
  await client.query(`ALTER DATABASE ${draft} ALLOW_CONNECTIONS false`);
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

async function administer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end(); // also gives the advisory lock back
  }
}

function urlOf(database: string): string {
  const server = process.env[POSTGRES_URL_VARIABLE];
  if (!server)
    throw new Error('No Postgres is running for the tests: start them with the jest.config.mjs of Kring.');
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
