import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { Refusal } from '../refusal.ts';

type Change = new () => MigrationInterface;

/**
 * The changes of the schema that the backup knows, in order.
 * @throws Refusal when it knows one that this Kring does not
 */
export function changesOf(known: readonly Change[], wanted: readonly string[], version: string): Change[] {
  const unknown = wanted.filter((name) => !known.some((change) => change.name === name));
  if (unknown.length > 0)
    throw new Refusal(
      `The backup was made by a newer Kring (${version}). Restore it with that version or a newer one. Nothing was changed.`,
    );
  return known.filter((change) => wanted.includes(change.name));
}

/** Everything of ours, of which one thing may take others along; not the schema itself, which carries the rights of the server's role, nor the extensions. */
const LEFTOVERS = `
  SELECT format('DROP TABLE %s CASCADE', oid::regclass) AS statement FROM pg_class
    WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
  UNION ALL SELECT format('DROP SEQUENCE IF EXISTS %s CASCADE', oid::regclass) FROM pg_class
    WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
  UNION ALL SELECT format('DROP FUNCTION IF EXISTS %s CASCADE', p.oid::regprocedure) FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
  UNION ALL SELECT format('DROP TEXT SEARCH CONFIGURATION %I CASCADE', cfgname) FROM pg_ts_config
    WHERE cfgnamespace = 'public'::regnamespace`;

/** Makes the schema anew as the backup had it, in the transaction of `runner`. */
export async function makeSchema(runner: QueryRunner, changes: readonly Change[]): Promise<void> {
  const leftovers: Array<{ statement: string }> = await runner.query(LEFTOVERS);
  for (const { statement } of leftovers) await runner.query(statement);
  // As TypeORM makes it.
  await runner.query(
    'CREATE TABLE migrations (id serial CONSTRAINT "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY, "timestamp" bigint NOT NULL, name character varying NOT NULL)',
  );
  for (const Change of changes) await new Change().up(alone(runner));
}

const BESIDE_OTHERS = /^((?:CREATE|CREATE UNIQUE|DROP) INDEX) CONCURRENTLY/;

/** Nobody else is there, and everything is one transaction: in which no index is built beside the work of others. */
const alone = (runner: QueryRunner): QueryRunner =>
  new Proxy(runner, {
    get(target, name, receiver) {
      if (name !== 'query') return Reflect.get(target, name, receiver);
      return (sql: string, ...more: []) => target.query(sql.replace(BESIDE_OTHERS, '$1'), ...more);
    },
  });

export async function inOneTransaction<T>(
  dataSource: DataSource,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.startTransaction();
    const result = await work(runner);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
