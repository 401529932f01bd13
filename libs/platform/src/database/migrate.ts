import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migrations as allMigrations } from '#migrations';
import { createDataSource } from './data-source.ts';
import { refuseUnlettered } from './letters.ts';
import { mustReach } from './reachable.ts';
import { type Migration, noteChanges, refuseForeignSchema } from './schema-known.ts';

/** Any constant will do; two servers that start together take turns on it. */
const MIGRATION_LOCK = 7_264_001;
const TRIES = 10;
const ASK_AGAIN_MS = 200;

/**
 * Brings the schema up to date. One process migrates, others wait. A change that would wait for a lock gives
 * up after two seconds and tries again, so that nobody queues behind it.
 * @throws StartupProblem when the database cannot be reached, is of a newer Kring that this one cannot live with, of
 * another product, too old a Postgres, or knows too few letters.
 */
export async function runMigrations(
  url: string,
  migrations: readonly Migration[] = allMigrations,
): Promise<void> {
  await mustReach(url);
  const guard = new pg.Client({ connectionString: url, application_name: 'kring-migrate' });
  await guard.connect();
  try {
    await takeTurn(guard);
    await refuseForeignSchema(guard, migrations);
    await refuseUnlettered(guard);
    for (let attempt = 1; ; attempt++) {
      try {
        await noteChanges(guard, migrations);
        await migrateOnce(url, migrations);
        await noteChanges(guard, migrations);
        return;
      } catch (error) {
        if (!isLockTimeout(error) || attempt === TRIES) throw error;
        await pause(200 + Math.random() * 1_000);
      }
    }
  } finally {
    await guard.end();
  }
}

/** Asks again and again: waiting in Postgres would be a transaction, and an index is not built while one is open. */
async function takeTurn(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS mine', [MIGRATION_LOCK]);
    if (rows[0].mine) return;
    await pause(ASK_AGAIN_MS * (0.5 + Math.random()));
  }
}

async function migrateOnce(url: string, migrations: readonly Migration[]): Promise<void> {
  const dataSource = createDataSource(url);
  dataSource.setOptions({
    migrations: [...migrations],
    extra: { ...dataSource.options.extra, options: '-c lock_timeout=2000 -c statement_timeout=0' },
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}

function isLockTimeout(error: unknown): boolean {
  return (error as { code?: string }).code === '55P03';
}
