import type { Examined } from '../check.ts';
import { count, type Finding } from '../finding.ts';

/** Fewer are no matter, whatever share they are. */
const MANY = 50_000;

interface Table {
  name: string;
  dead: number;
}

/** By what Postgres counts as it goes: a hint, not a measurement. */
export async function bloated({ database, owner }: Examined): Promise<Finding[]> {
  const tables = await database.query<Table>(
    `SELECT relname AS name, n_dead_tup AS dead FROM pg_stat_user_tables
     WHERE schemaname = 'public' AND n_dead_tup > ${MANY} AND n_dead_tup > 0.3 * n_live_tup
     ORDER BY n_dead_tup DESC`,
  );
  if (tables.length === 0) return [];
  const names = tables.map(({ name }) => name);
  return [
    {
      code: 'database.bloat',
      level: 'warning',
      says: `${count(tables.length, 'table holds', 'tables hold')} many rows that are dead: autovacuum does not keep up.`,
      remedy: 'Run VACUUM (ANALYZE) on them; look for an old transaction that keeps it from clearing up.',
      examples: tables.map(({ name, dead }) => `${name}: ${count(dead, 'dead row')}`),
      repair: async () => {
        for (const name of names) await owner.query(`VACUUM (ANALYZE) "${name}"`);
        return `Vacuumed ${names.join(', ')}.`;
      },
    },
  ];
}
