import type { QueryRunner } from 'typeorm';

/**
 * Builds an index while everybody goes on writing. For a migration with `transaction = false`: Postgres does not
 * build one inside a transaction. A build that failed leaves an index that is kept up to date and never used; it is
 * removed first, so that the migration can be run again. A restore makes the whole schema in one transaction, before
 * anybody or anything is there.
 */
export async function createIndex(db: QueryRunner, name: string, definition: string): Promise<void> {
  if (db.isTransactionActive) return void (await db.query(`CREATE INDEX ${name} ON ${definition}`));
  const [leftover] = await db.query(
    'SELECT FROM pg_index WHERE indexrelid = to_regclass($1) AND NOT indisvalid',
    [name],
  );
  if (leftover) await dropIndex(db, name);
  await patiently(db, `CREATE INDEX CONCURRENTLY IF NOT EXISTS ${name} ON ${definition}`);
}

export async function dropIndex(db: QueryRunner, name: string): Promise<void> {
  if (db.isTransactionActive) return void (await db.query(`DROP INDEX IF EXISTS ${name}`));
  await patiently(db, `DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
}

/** It waits for transactions that began before it, and nobody waits for it: no reason to give up after two seconds. */
async function patiently(db: QueryRunner, statement: string): Promise<void> {
  await db.query('SET lock_timeout = 0');
  try {
    await db.query(statement);
  } finally {
    await db.query('RESET lock_timeout');
  }
}
