import type { QueryRunner } from 'typeorm';
import { dropIndexes } from '../drop-indexes.ts';

interface Definition {
  table: string;
  name: string;
  kind: 'p' | 'u' | 'x' | 'f';
  definition: string;
}

const CONSTRAINTS = `
  SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, contype AS kind,
    pg_get_constraintdef(oid) AS definition
  FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'x', 'f') AND conrelid <> 0
  ORDER BY conname`;

const TRIGGERS = `
  SELECT tgrelid::regclass::text AS "table", quote_ident(tgname) AS name,
    CASE tgenabled WHEN 'A' THEN 'ALWAYS ' ELSE '' END AS how
  FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
  WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace`;

/**
 * Runs `fill` on tables without keys, indexes and triggers, then puts them back; so tables may be filled in any order. To be
 * called within a transaction.
 */
export async function withBareTables<T>(runner: QueryRunner, fill: () => Promise<T>): Promise<T> {
  const constraints: Definition[] = await runner.query(CONSTRAINTS);
  const foreign = constraints.filter(({ kind }) => kind === 'f');
  const keys = constraints.filter(({ kind }) => kind !== 'f');
  for (const { table, name } of [...foreign, ...keys])
    await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);

  const buildIndexes = await dropIndexes((sql) => runner.query(sql));
  const result = await withoutTriggers(runner, fill);

  await buildIndexes();
  for (const { table, name, definition } of [...keys, ...foreign])
    await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  return result;
}

/** What triggers keep is in the backup as well. */
async function withoutTriggers<T>(runner: QueryRunner, fill: () => Promise<T>): Promise<T> {
  const triggers: Array<{ table: string; name: string; how: string }> = await runner.query(TRIGGERS);
  for (const { table, name } of triggers) await runner.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`);
  const result = await fill();
  for (const { table, name, how } of triggers)
    await runner.query(`ALTER TABLE ${table} ENABLE ${how}TRIGGER ${name}`);
  return result;
}
