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

/** Makes the schema anew as the backup had it, in the transaction of `runner`. */
export async function makeSchema(runner: QueryRunner, changes: readonly Change[]): Promise<void> {
  await runner.query('DROP SCHEMA public CASCADE');
  await runner.query('CREATE SCHEMA public');
  // As TypeORM makes it.
  await runner.query(
    'CREATE TABLE migrations (id serial CONSTRAINT "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY, "timestamp" bigint NOT NULL, name character varying NOT NULL)',
  );
  for (const Change of changes) await new Change().up(runner);
}

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
