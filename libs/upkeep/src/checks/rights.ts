import type { Sql } from '#platform';
import type { Finding } from '../finding.ts';

/** What the server's role needs of every table and sequence. */
const MISSING = `
  SELECT c.relname AS name FROM pg_class AS c
  WHERE c.relnamespace = 'public'::regnamespace AND (
    c.relkind IN ('r', 'p') AND NOT (
      has_table_privilege(c.oid, 'SELECT') AND (c.relname = 'migrations' OR has_table_privilege(c.oid, 'INSERT')
        AND has_table_privilege(c.oid, 'UPDATE') AND has_table_privilege(c.oid, 'DELETE')))
    OR c.relkind = 'S' AND NOT has_sequence_privilege(c.oid, 'USAGE'))
  ORDER BY c.relname`;

export async function rightsMissing(database: Sql): Promise<Finding[]> {
  const missing = await database.query<{ name: string }>(MISSING);
  if (missing.length === 0) return [];
  const [role] = await database.query<{ name: string }>('SELECT current_user AS name');
  return [
    {
      code: 'database.rights',
      level: 'failure',
      says: `The role "${role!.name}" may not read and write every table.`,
      remedy: `As the owner of the tables: GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "${role!.name}"; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "${role!.name}".`,
      examples: missing.map(({ name }) => name),
    },
  ];
}
