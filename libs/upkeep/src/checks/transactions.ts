import type { Sql } from '#platform';
import { count, duration, type Finding } from '../finding.ts';

const LONG_SECONDS = 600;
/** One snapshot of everything, as long as that takes. */
const LONGEST_BACKUP_SECONDS = 6 * 3_600;
const MUCH_WAL = 5e9;

interface Open {
  pid: number;
  application: string;
  database: string;
  seconds: number;
}

/**
 * What keeps Postgres from clearing up after itself, in any database of the server, as far as this role may see: old
 * transactions, prepared ones that nobody ends, slots that nobody reads.
 */
export async function openTransactions(
  database: Sql,
  { longSeconds = LONG_SECONDS } = {},
): Promise<Finding[]> {
  return [...(await longTransactions(database, longSeconds)), ...(await abandoned(database))];
}

async function longTransactions(database: Sql, longSeconds: number): Promise<Finding[]> {
  const open = await database.query<Open>(
    `SELECT pid, coalesce(nullif(application_name, ''), 'unnamed') AS application, coalesce(datname, '') AS database,
       extract(epoch FROM clock_timestamp() - xact_start)::float8 AS seconds
     FROM pg_stat_activity
     WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
       AND xact_start < clock_timestamp() - make_interval(
         secs => CASE WHEN application_name = 'kring-backup' THEN $2::float8 ELSE $1::float8 END)
     ORDER BY xact_start LIMIT 20`,
    [longSeconds, LONGEST_BACKUP_SECONDS],
  );
  const [oldest] = open;
  if (!oldest) return [];
  return [
    {
      code: 'database.long-transaction',
      level: oldest.seconds > 3_600 ? 'failure' : 'warning',
      says: `A transaction has been open for ${duration(oldest.seconds)}: until it ends, deleted rows keep their room and everything gets slower.`,
      remedy: `Find out what it does, then end it: SELECT pg_terminate_backend(${oldest.pid}).`,
      examples: open.map(
        ({ pid, application, database: of, seconds }) =>
          `${pid} (${application}, ${of}): ${duration(seconds)}`,
      ),
      values: { seconds: oldest.seconds },
    },
  ];
}

async function abandoned(database: Sql): Promise<Finding[]> {
  const found: Finding[] = [];
  const prepared = await database.query<{ gid: string }>(
    `SELECT gid FROM pg_prepared_xacts WHERE prepared < now() - interval '10 minutes'`,
  );
  if (prepared.length > 0)
    found.push({
      code: 'database.prepared-transaction',
      level: 'failure',
      says: `${count(prepared.length, 'prepared transaction waits', 'prepared transactions wait')} to be ended, and locks are kept until then. Kring makes none.`,
      remedy: 'COMMIT PREPARED or ROLLBACK PREPARED each.',
      examples: prepared.map(({ gid }) => gid),
    });
  const slots = await database.query<{ name: string }>(
    `SELECT slot_name AS name FROM pg_replication_slots
     WHERE NOT active AND NOT pg_is_in_recovery()
       AND pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn) > ${MUCH_WAL}`,
  );
  if (slots.length > 0)
    found.push({
      code: 'database.slot',
      level: 'failure',
      says: 'A replication slot that nobody reads keeps log files until the disk is full.',
      remedy: 'Start its replica again, or: SELECT pg_drop_replication_slot(name).',
      examples: slots.map(({ name }) => name),
    });
  return found;
}
