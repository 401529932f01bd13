import { Logger } from '@nestjs/common';
import type pg from 'pg';
import type { MigrationInterface } from 'typeorm';
import { StartupProblem } from '../startup-problem.ts';

/** One change of the schema. */
export type Migration = new () => MigrationInterface & {
  /** A Kring that does not know this change cannot work on it: something that it uses is gone. */
  readonly breaksOlder?: true;
  /** Rules of the migration lint that it may break, each with the reason why it does no harm here. */
  readonly allowed?: Readonly<Record<string, string>>;
};

/**
 * Refuses a database that this Kring would not understand. One that a newer Kring has changed is taken when every
 * change says that older ones can live with it: that is how one goes back by a release.
 * @throws StartupProblem
 */
export async function refuseForeignSchema(client: pg.Client, known: readonly Migration[]): Promise<void> {
  const version = await client.query<{ server_version_num: string }>('SHOW server_version_num');
  if (Number(version.rows[0]?.server_version_num) < 180_000)
    throw new StartupProblem(
      'This Postgres is older than version 18.',
      'Point DATABASE_URL to Postgres 18 or newer.',
    );
  if (!(await exists(client, 'migrations'))) return refuseOthers(client);
  const newer = await unknownTo(client, known);
  const breaking = newer.filter(({ breaks }) => breaks);
  if (breaking.length > 0)
    throw new StartupProblem(
      `The database was changed by a newer Kring, in a way that this version cannot work with (${breaking.map(({ name }) => name).join(', ')}).`,
      'Start that newer version, or restore a backup made with this one. Nothing was changed.',
    );
  if (newer.length > 0)
    new Logger('Schema').warn(
      `The database was changed by a newer Kring; this version works with it (${newer.map(({ name }) => name).join(', ')}).`,
    );
}

/** For an older Kring that finds this schema one day. Where all is noted, nothing is written. */
export async function noteChanges(client: pg.Client, known: readonly Migration[]): Promise<void> {
  if (!(await exists(client, 'schema_changes'))) return;
  const changes = known.map((Change) => ({ name: Change.name, breaks: new Change().breaksOlder === true }));
  await client.query(
    `INSERT INTO schema_changes (name, breaks_older)
     SELECT * FROM unnest($1::text[], $2::boolean[]) AS known (name, breaks)
     WHERE NOT EXISTS (SELECT FROM schema_changes AS noted
       WHERE noted.name = known.name AND noted.breaks_older = known.breaks)
     ON CONFLICT (name) DO UPDATE SET breaks_older = excluded.breaks_older`,
    [changes.map(({ name }) => name), changes.map(({ breaks }) => breaks)],
  );
}

/** What nobody has noted anything of may break everything. */
async function unknownTo(
  client: pg.Client,
  known: readonly Migration[],
): Promise<Array<{ name: string; breaks: boolean }>> {
  const noted = (await exists(client, 'schema_changes'))
    ? 'LEFT JOIN schema_changes AS noted USING (name)'
    : 'CROSS JOIN (SELECT true AS breaks_older) AS noted';
  const { rows } = await client.query(
    `SELECT name, coalesce(noted.breaks_older, true) AS breaks FROM migrations ${noted}
     WHERE name <> ALL ($1) ORDER BY timestamp`,
    [known.map(({ name }) => name)],
  );
  return rows;
}

/** An empty database is ours to fill; one with tables that we did not make is somebody else's. */
async function refuseOthers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
     ORDER BY relname LIMIT 3`,
  );
  if (rows.length > 0)
    throw new StartupProblem(
      `The database holds tables of another product (${rows.map(({ name }) => name).join(', ')}).`,
      'Give Kring a database of its own. Nothing was changed.',
    );
}

async function exists(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS exists', [table]);
  return rows[0].exists;
}
