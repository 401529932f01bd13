import type { Check, Examined } from '../check.ts';
import { count, type Finding, ok } from '../finding.ts';
import { bloated } from './bloat.ts';
import { rightsMissing } from './rights.ts';
import { openTransactions } from './transactions.ts';

interface Facts {
  version: string;
  encoding: string;
  folds: boolean;
  collation: string;
  collationMoved: boolean;
  readOnly: boolean;
  fsync: boolean;
  autovacuum: boolean;
  connections: number;
  most: number;
  queue: number;
  age: number;
}

const FACTS = `
  SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding,
    lower('ÀÉÑ') = 'àéñ' AS folds, datcollate AS collation,
    coalesce(datcollversion <> pg_database_collation_actual_version(d.oid), false) AS "collationMoved",
    pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean AS "readOnly",
    current_setting('fsync')::boolean AND current_setting('full_page_writes')::boolean AS fsync,
    current_setting('autovacuum')::boolean AS autovacuum,
    (SELECT count(*)::int FROM pg_stat_activity WHERE datname IS NOT NULL) AS connections,
    current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS most,
    pg_notification_queue_usage() AS queue, age(datfrozenxid)::float8 AS age
  FROM pg_database AS d WHERE datname = current_database()`;

/** Postgres itself: whether it keeps what it is given, and will go on doing so. */
export const databaseCheck: Check = {
  name: 'database',
  async examine(kring) {
    const began = performance.now();
    const [facts] = await kring.database.query<Facts>(FACTS);
    const milliseconds = Math.round(performance.now() - began);
    const found = [
      ...keepsData(facts!),
      ...text(facts!),
      ...room(facts!),
      ...(await openTransactions(kring.database)),
      ...(await rightsMissing(kring.database)),
      ...(await bloated(kring)),
    ];
    if (found.length > 0) return found;
    return [ok('database.fine', `Postgres ${facts!.version} answers in ${milliseconds} ms.`)];
  },
};

/** What a screen may ask for every minute. */
export async function quickDatabase({ database }: Pick<Examined, 'database'>): Promise<Finding[]> {
  const [facts] = await database.query<Facts>(FACTS);
  return [...keepsData(facts!), ...room(facts!), ...(await openTransactions(database))];
}

function* keepsData({ readOnly, fsync, autovacuum, age }: Facts): Generator<Finding> {
  if (readOnly)
    yield {
      code: 'database.read-only',
      level: 'failure',
      says: 'The database takes no changes: it is a replica, or was made read-only.',
      remedy: 'Point DATABASE_URL to the primary.',
    };
  if (!fsync)
    yield {
      code: 'database.unsafe',
      level: 'failure',
      says: 'Postgres runs with fsync or full_page_writes off: a power cut can destroy the database.',
      remedy: 'Switch both on in postgresql.conf and restart Postgres.',
    };
  if (!autovacuum)
    yield {
      code: 'database.no-autovacuum',
      level: 'failure',
      says: 'Autovacuum is off: tables grow without end, and one day Postgres stops taking changes.',
      remedy: 'Switch autovacuum on in postgresql.conf.',
    };
  if (age > 1_000_000_000)
    yield {
      code: 'database.old-transactions',
      level: 'failure',
      says: `The database is ${count(age, 'transaction')} behind with freezing; at 2,147,483,648 Postgres stops taking changes.`,
      remedy: 'Look for what holds vacuum up (open transactions, replication slots), then run VACUUM FREEZE.',
      values: { age },
    };
}

function* text({ encoding, folds, collation, collationMoved }: Facts): Generator<Finding> {
  if (encoding !== 'UTF8')
    yield {
      code: 'database.encoding',
      level: 'failure',
      says: `The database is in ${encoding}: it cannot hold every text.`,
      remedy: `Make a new one with ENCODING 'UTF8', and move into it with "kring backup" and "kring restore".`,
    };
  else if (!folds)
    yield {
      code: 'database.ctype',
      level: 'failure',
      says: `In this database (${collation}) É is not the capital of é: Kring would not find Özgür, and does not start on it.`,
      remedy: `Make a new one with LOCALE 'C.UTF-8', and move into it with "kring backup" and "kring restore".`,
    };
  if (collationMoved)
    yield {
      code: 'database.collation-moved',
      level: 'warning',
      says: 'The operating system sorts text in another way than when the indexes were made: some rows may not be found.',
      remedy: 'Run REINDEX DATABASE, then ALTER DATABASE … REFRESH COLLATION VERSION.',
    };
}

function* room({ connections, most, queue }: Facts): Generator<Finding> {
  if (connections > 0.9 * most)
    yield {
      code: 'database.connections',
      level: 'warning',
      says: `${connections} of ${most} connections are taken.`,
      remedy: 'Raise max_connections in Postgres, or lower DATABASE_POOL.',
      values: { connections, most },
    };
  if (queue >= 0.01)
    yield {
      code: 'database.notification-queue',
      level: queue > 0.5 ? 'failure' : 'warning',
      says: `The queue of NOTIFY is ${(queue * 100).toFixed(1)} % full; when it is full, nothing can be saved. Somebody listens inside an open transaction.`,
      remedy: 'End that session: SELECT pg_terminate_backend(pid).',
      values: { share: queue },
    };
}
