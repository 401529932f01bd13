import type { QueryRunner } from 'typeorm';

/**
 * How far the log jumps. Clients may have seen more of it than the backup holds, up to a number nobody knows any
 * more; after the jump each of their cursors is older than what is kept, so they load anew.
 */
const LEAP = 1_000_000_000;

/**
 * What must not be as it was when the backup was made. Sessions and invitations that ended since would be good
 * again, so all of them end; numbers go on after the last ones that were copied.
 */
export async function settle(runner: QueryRunner): Promise<void> {
  await runner.query('DELETE FROM sessions');
  await runner.query(
    'UPDATE invitations SET revoked_at = now() WHERE accepted_at IS NULL AND revoked_at IS NULL',
  );
  await runner.query('UPDATE event_log SET head = head + $1, floor = head + $1', [LEAP]);
  const counted: Array<{ table: string; column: string; sequence: string }> = await runner.query(`
    SELECT c.oid::regclass::text AS "table", quote_ident(a.attname) AS "column",
      pg_get_serial_sequence(c.oid::regclass::text, a.attname) AS sequence
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND pg_get_serial_sequence(c.oid::regclass::text, a.attname) IS NOT NULL`);
  for (const { table, column, sequence } of counted)
    await runner.query(`SELECT setval($1, coalesce(max(${column}), 0) + 1, false) FROM ${table}`, [sequence]);
}
