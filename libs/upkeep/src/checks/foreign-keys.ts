import type { Sql } from '#platform';
import { count, type Finding } from '../finding.ts';

interface Key {
  name: string;
  child: string;
  parent: string;
  columns: string[];
  refers: string[];
}

const KEYS = `
  SELECT k.conname AS name, child.relname AS child, parent.relname AS parent,
    (SELECT array_agg(a.attname::text ORDER BY n) FROM unnest(k.conkey) WITH ORDINALITY AS c (num, n)
      JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = c.num) AS columns,
    (SELECT array_agg(a.attname::text ORDER BY n) FROM unnest(k.confkey) WITH ORDINALITY AS c (num, n)
      JOIN pg_attribute AS a ON a.attrelid = k.confrelid AND a.attnum = c.num) AS refers
  FROM pg_constraint AS k
  JOIN pg_class AS child ON child.oid = k.conrelid JOIN pg_class AS parent ON parent.oid = k.confrelid
  WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace ORDER BY 2, 1`;

/**
 * Postgres keeps foreign keys, unless it is told not to: by whoever fills tables without triggers, or by a broken disk.
 * Reads every table that has one.
 */
export async function foreignKeys(database: Sql): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { name, child, parent, columns, refers } of await database.query<Key>(KEYS)) {
    const given = columns.map((column) => `c."${column}" IS NOT NULL`).join(' AND ');
    const matches = columns.map((column, n) => `p."${refers[n]}" = c."${column}"`).join(' AND ');
    const [row] = await database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "${child}" AS c
       WHERE ${given} AND NOT EXISTS (SELECT FROM "${parent}" AS p WHERE ${matches})`,
    );
    if (row!.n > 0)
      found.push({
        code: 'orphans.foreign-key',
        level: 'failure',
        says: `${count(row!.n, 'row')} of ${child} ${row!.n === 1 ? 'names' : 'name'} a row of ${parent} that is not there (${name}).`,
        remedy: 'Bring the missing rows back from a backup, or delete those that name them.',
      });
  }
  return found;
}
