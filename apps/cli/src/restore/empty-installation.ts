import type pg from 'pg';
import { Refusal } from '../refusal.ts';

const OURS = ['kring-restore', 'kring-migrate'];

/**
 * A restore never mixes with what is there. A Kring that was started but never set up counts as empty.
 * @throws Refusal that says what stands in the way
 */
export async function mustBeEmpty(client: pg.Client): Promise<void> {
  const { rows: others } = await client.query<{ name: string }>(
    `SELECT DISTINCT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'kring%'
       AND application_name <> ALL($1)`,
    [OURS],
  );
  if (others.length > 0) throw new Refusal('Kring is running on this database. Stop it, then restore.');

  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace`,
  );
  if (tables.length === 0) return;
  const names = new Set(tables.map(({ name }) => name));
  if (!names.has('migrations') || !names.has('event_log'))
    throw new Refusal(
      'The database holds tables of another product. Give Kring a database of its own. Nothing was changed.',
    );
  const { rows } = await client.query<{ used: boolean }>('SELECT EXISTS (SELECT FROM users) AS used');
  if (rows[0]?.used)
    throw new Refusal(
      'There is a Kring in this database already, with people in it. Restore into an empty database. Nothing was changed.',
    );
}
