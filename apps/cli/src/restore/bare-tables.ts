import type { QueryRunner } from 'typeorm';

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

const INDEXES = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE c.relnamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid AND contype IN ('p', 'u', 'x'))
  ORDER BY c.relname`;

const TRIGGERS = `
  SELECT tgrelid::regclass::text AS "table", quote_ident(tgname) AS name,
    CASE tgenabled WHEN 'A' THEN 'ALWAYS ' ELSE '' END AS how
  FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
  WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace`;

/**
 * Runs `fill` on tables without keys, indexes and triggers, then puts them back: building an index over all rows takes a
 * fraction of keeping it while they come, and tables may be filled in any order.
 */
export async function withBareTables<T>(runner: QueryRunner, fill: () => Promise<T>): Promise<T> {
  const constraints: Definition[] = await runner.query(CONSTRAINTS);
  const indexes: Array<{ name: string; definition: string }> = await runner.query(INDEXES);
  const foreign = constraints.filter(({ kind }) => kind === 'f');
  const keys = constraints.filter(({ kind }) => kind !== 'f');
  for (const { table, name } of [...foreign, ...keys])
    await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await runner.query(`DROP INDEX ${name}`);

  // What triggers keep is in the backup as well.
  const triggers: Array<{ table: string; name: string; how: string }> = await runner.query(TRIGGERS);
  for (const { table, name } of triggers) await runner.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`);

  const result = await fill();

  for (const { table, name, how } of triggers)
    await runner.query(`ALTER TABLE ${table} ENABLE ${how}TRIGGER ${name}`);

  await runner.query(`SET LOCAL maintenance_work_mem = '512MB'`);
  for (const { table, name, definition } of keys)
    await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  for (const { definition } of indexes) await runner.query(definition);
  for (const { table, name, definition } of foreign)
    await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  return result;
}
