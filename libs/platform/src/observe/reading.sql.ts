import type { Statement } from '../database/database.ts';

/** How much somebody has still to do, and how many seconds ago the first of it was committed. */
interface Behind {
  lag: number;
  age: number | null;
}

export interface Reading {
  head: number;
  tail: Behind;
  outbox: Behind;
  consumers: Array<Behind & { name: string }>;
  oldestTransaction: number;
  /** A share between 0 and 1. */
  notificationQueue: number;
  /** The newest: seconds since 1970. */
  backup: { at: number; bytes: number } | null;
}

/** More is no other news; counting it would take long. */
const MOST_COUNTED = 100_000;

const ageOf = (time: string): string =>
  `greatest(0, extract(epoch FROM clock_timestamp() - ${time}))::float8`;

/** `seq`: the last one that was done. Primary key of events. */
const behind = (
  seq: string,
  more = '',
): string => `json_build_object(${more}'lag', greatest(0, head - ${seq}),
  'age', (SELECT ${ageOf('at')} FROM events WHERE events.seq > ${seq} ORDER BY events.seq LIMIT 1))`;

/** $1: how far this process told the log. Primary keys, and what Postgres holds in memory. */
export const READING = {
  name: 'metrics.reading',
  text: `
    SELECT head, ${behind('$1::bigint')} AS tail,
      json_build_object(
        'lag', (SELECT count(*) FROM (SELECT FROM outbox LIMIT ${MOST_COUNTED}) AS waiting),
        'age', (SELECT ${ageOf('at')} FROM outbox ORDER BY id LIMIT 1)) AS outbox,
      (SELECT coalesce(json_agg(${behind('c.seq', `'name', c.name, `)}), '[]') FROM consumers AS c) AS consumers,
      (SELECT coalesce(max(${ageOf('xact_start')}), 0) FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()) AS "oldestTransaction",
      pg_notification_queue_usage() AS "notificationQueue",
      (SELECT json_build_object('at', extract(epoch FROM made_at), 'bytes', bytes)
        FROM backups ORDER BY made_at DESC LIMIT 1) AS backup
    FROM event_log`,
} satisfies Statement;
