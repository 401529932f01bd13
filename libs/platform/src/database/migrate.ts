import pg from 'pg';
import { migrations } from '#migrations';
import { StartupProblem } from '../startup-problem.ts';
import { createDataSource } from './data-source.ts';
import { mustReach } from './reachable.ts';

/** Any constant will do; two servers that start together take turns on it. */
const MIGRATION_LOCK = 7_264_001;
const TRIES = 10;

/**
 * Brings the schema up to date. One process migrates, others wait. A change that would wait for a lock gives
 * up after two seconds and tries again, so that nobody queues behind it.
 * @throws StartupProblem when the database cannot be reached, was made by a newer Kring, or is too old a Postgres.
 */
export async function runMigrations(url: string): Promise<void> {
  await mustReach(url);
  const guard = new pg.Client({ connectionString: url, application_name: 'kring-migrate' });
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseUnknownSchema(guard);
    for (let attempt = 1; ; attempt++) {
      try {
        await migrateOnce(url);
        return;
      } catch (error) {
        if (!isLockTimeout(error) || attempt === TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 1_000));
      }
    }
  } finally {
    await guard.end();
  }
}

async function migrateOnce(url: string): Promise<void> {
  const dataSource = createDataSource(url);
  dataSource.setOptions({
    extra: { ...dataSource.options.extra, options: '-c lock_timeout=2000 -c statement_timeout=0' },
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}

async function refuseUnknownSchema(client: pg.Client): Promise<void> {
  const version = await client.query<{ server_version_num: string }>('SHOW server_version_num');
  if (Number(version.rows[0]?.server_version_num) < 180_000)
    throw new StartupProblem(
      'This Postgres is older than version 18.',
      'Point DATABASE_URL to Postgres 18 or newer.',
    );
  const table = await client.query(`SELECT to_regclass('migrations') AS name`);
  if (!table.rows[0].name) return refuseOthers(client);
  const known = migrations.map((migration) => migration.name);
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations WHERE name <> ALL($1)', [
    known,
  ]);
  if (rows.length > 0)
    throw new StartupProblem(
      `The database was changed by a newer Kring (${rows.map((row) => row.name).join(', ')}).`,
      'Start that newer version, or restore a backup made with this one. Nothing was changed.',
    );
}

/** An empty database is ours to fill; one with tables that we did not make is somebody else's. */
async function refuseOthers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
     ORDER BY relname LIMIT 3`,
  );
  if (rows.length > 0)
    throw new StartupProblem(
      `The database holds tables of another product (${rows.map(({ name }) => name).join(', ')}).`,
      'Give Kring a database of its own. Nothing was changed.',
    );
}

function isLockTimeout(error: unknown): boolean {
  return (error as { code?: string }).code === '55P03';
}
