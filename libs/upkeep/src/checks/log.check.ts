import type { Sql } from '#platform';
import type { Check, Examined } from '../check.ts';
import { count, duration, type Finding, ok } from '../finding.ts';

const LATE_SECONDS = 60;
const STUCK_SECONDS = 600;

interface Log {
  head: number;
  floor: number;
  last: number;
  outbox: number;
  outboxAge: number | null;
  running: boolean;
}

interface Consumer {
  name: string;
  seq: number;
  lag: number;
  age: number | null;
}

const LOG = `
  SELECT head, floor, coalesce((SELECT max(seq) FROM events), 0) AS last,
    (SELECT count(*)::int FROM (SELECT FROM outbox LIMIT 100000) AS waiting) AS outbox,
    (SELECT extract(epoch FROM clock_timestamp() - at)::float8 FROM outbox ORDER BY id LIMIT 1) AS "outboxAge",
    EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()
      AND application_name = 'kring-sequencer') AS running
  FROM event_log`;

/** Primary keys of consumers and events. */
const CONSUMERS = `
  SELECT name, c.seq, greatest(0, head - c.seq) AS lag,
    (SELECT extract(epoch FROM clock_timestamp() - at)::float8 FROM events
      WHERE events.seq > c.seq ORDER BY events.seq LIMIT 1) AS age
  FROM consumers AS c, event_log ORDER BY name`;

/** Ranges of numbers that nobody has, $1 and $2 excluded; the newest twenty. Primary key of events. */
const GAPS = `
  SELECT after + 1 AS first, seq - 1 AS last FROM (
    SELECT seq, lag(seq, 1, $1::bigint) OVER (ORDER BY seq) AS after FROM (
      SELECT seq FROM events WHERE seq > $1 AND seq < $2 UNION ALL SELECT $2) AS kept
  ) AS pair WHERE seq > after + 1 ORDER BY seq DESC LIMIT 20`;

/** The event log: that numbers are given, that they are dense, and that all who follow it get on. */
export const logCheck: Check = {
  name: 'log',
  async examine(kring) {
    const [log] = await kring.database.query<Log>(LOG);
    const found = [
      ...numbers(kring, log!),
      ...(await gaps(kring, log!)),
      ...(await stopped(kring.database, log!)),
      ...(await aheadOf(kring, log!)),
    ];
    return found.length > 0 ? found : [ok('log.fine', `${count(log!.head, 'event')}, all told.`)];
  },
};

/** What a screen may ask for every minute: no gaps. */
export async function quickLog({ database }: Pick<Examined, 'database'>): Promise<Finding[]> {
  const [log] = await database.query<Log>(LOG);
  return stopped(database, log!);
}

/** Without it every further event would be refused, as its number is taken. */
function* numbers({ owner }: Examined, { head, last }: Log): Generator<Finding> {
  if (last <= head) return;
  yield {
    code: 'log.head-behind',
    level: 'failure',
    says: `The log says that ${head} is its last number, and holds ${last}: nothing new can be told.`,
    remedy: 'Let "kring doctor --repair" set it to the number it holds.',
    repair: async () => {
      await owner.query('UPDATE event_log SET head = greatest(head, (SELECT max(seq) FROM events))');
      return `The last number of the log is ${last} now.`;
    },
  };
}

/** Whoever was away while a missing one was told would never know. So they are sent to load anew. */
async function gaps({ database }: Examined, { head, floor }: Log): Promise<Finding[]> {
  const found = await database.query<{ first: number; last: number }>(GAPS, [floor, head + 1]);
  const [newest] = found;
  if (!newest) return [];
  return [
    {
      code: 'log.gap',
      level: 'failure',
      says: `Events are missing from the log, up to number ${newest.last}: who was away may not hear of what they told.`,
      remedy: 'Let "kring doctor --repair" end the log there: clients that stand before it load anew.',
      examples: found.map(({ first, last }) => (first === last ? `${first}` : `${first} to ${last}`)),
      repair: async () => {
        await database.query('UPDATE event_log SET floor = greatest(floor, $1)', [newest.last]);
        return `Clients that know nothing after number ${newest.last} load anew when they come back.`;
      },
    },
  ];
}

async function stopped(database: Sql, log: Log): Promise<Finding[]> {
  const consumers = await database.query<Consumer>(CONSUMERS);
  const late = consumers.filter(({ age }) => (age ?? 0) > LATE_SECONDS);
  const isNumbering = (log.outboxAge ?? 0) <= LATE_SECONDS;
  if (!log.running && log.outbox + late.length > 0)
    return [
      {
        code: 'log.nobody',
        level: 'warning',
        says: 'Kring does not run, and there is work that waits for it.',
        remedy: 'Start it.',
        values: { outbox: log.outbox },
      },
    ];
  const found: Finding[] = [];
  if (!isNumbering)
    found.push({
      code: 'log.stopped',
      level: 'failure',
      says: `${count(log.outbox, 'change waits', 'changes wait')} to be told, the oldest for ${duration(log.outboxAge!)}: nobody numbers the log.`,
      remedy: 'Look for "Sequencer" in the log of Kring; restart it.',
      values: { events: log.outbox, seconds: log.outboxAge! },
    });
  if (late.length > 0) {
    const seconds = Math.max(...late.map(({ age }) => age!));
    found.push({
      code: 'log.consumer-late',
      level: seconds > STUCK_SECONDS ? 'failure' : 'warning',
      says: `Work behind the scenes is ${duration(seconds)} late.`,
      remedy: 'See that a process with KRING_ROLE all or worker runs; its log says why one cannot go on.',
      examples: late.map(({ name, lag }) => `${name}: ${count(lag, 'event')} to do`),
      values: { seconds },
    });
  }
  return found;
}

/** It would sleep through everything until the log has come so far. */
async function aheadOf({ database }: Examined, { head, last }: Log): Promise<Finding[]> {
  const end = Math.max(head, last);
  const consumers = await database.query<Consumer>(CONSUMERS);
  const ahead = consumers.filter(({ seq }) => seq > end);
  if (ahead.length === 0) return [];
  const names = ahead.map(({ name }) => name);
  return [
    {
      code: 'log.consumer-ahead',
      level: 'failure',
      says: `What follows from events does not happen: ${names.join(', ')} stand after the end of the log.`,
      remedy: 'Let "kring doctor --repair" take them back to its end.',
      examples: ahead.map(({ name, seq }) => `${name}: ${seq}`),
      repair: async () => {
        await database.query('UPDATE consumers SET seq = least(seq, $1)', [end]);
        return `${names.join(', ')} go on after number ${end}.`;
      },
    },
  ];
}
