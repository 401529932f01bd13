import { Injectable, Logger } from '@nestjs/common';
import { Database, type Statement } from '../database/database.ts';
import { isPassing } from '../database/passing.ts';
import { EVENT_COLUMNS, type LoggedEvent } from './event.ts';
import { EventLog, type RecordingTransaction } from './event-log.ts';
import { EventTail } from './event-tail.ts';
import { Pace } from './pace.ts';

const BATCH = 200;
const TRIES_BEFORE_SKIPPING = 5;
/** When much happens, what follows from it is done together: nobody sees the delay, and the work is a tenth. */
const REST_MS = 50;

/**
 * What comes next for consumer $1, of $3 events at most: whether some of it is of the types $2. One read, without a
 * transaction. Primary key range of `events`.
 */
const AHEAD = {
  name: 'consumers.ahead',
  text: `
    SELECT consumers.seq AS "from", ahead.last, ahead.count, ahead.concerns
    FROM consumers CROSS JOIN LATERAL (
      SELECT max(seq) AS last, count(*)::int AS count, bool_or(type = ANY ($2)) AS concerns
      FROM (SELECT seq, type FROM events WHERE events.seq > consumers.seq ORDER BY seq LIMIT $3) AS next
    ) AS ahead
    WHERE name = $1 AND ahead.count > 0`,
} satisfies Statement;

/** Past events that do not concern it, if it is still there. A crash repeats it, so it does not wait for the disk. */
const PASS = {
  name: 'consumers.pass',
  text: `UPDATE consumers SET seq = $3 WHERE name = $1 AND seq = $2
    RETURNING set_config('synchronous_commit', 'off', true)`,
} satisfies Statement;

/**
 * The commit need not wait for the disk: a crash takes the cursor and what was written with it, so both are done
 * again. What is numbered after it is flushed with it. Statements keep one plan: for a single event, which is
 * the rule, making a plan for its very values takes longer than what is planned.
 */
const TAKE_TURN = {
  name: 'consumers.take-turn',
  text: `SELECT seq, set_config('synchronous_commit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)
    FROM consumers WHERE name = $1 FOR UPDATE`,
} satisfies Statement;

/** Primary key range of `events`. */
const NEXT = {
  name: 'consumers.next',
  text: `SELECT ${EVENT_COLUMNS} FROM events WHERE seq > $1 ORDER BY seq LIMIT $2`,
} satisfies Statement;

const MOVE = {
  name: 'consumers.move',
  text: 'UPDATE consumers SET seq = $2 WHERE name = $1',
} satisfies Statement;

/**
 * A consumer that is not in the code any more ($1) would keep every event after its cursor for good. It is one when
 * it left its next event undone for a day: a newer Kring beside this one does not. Primary key of `events`.
 */
const FORGET_FORMER = {
  name: 'consumers.forget-former',
  text: `DELETE FROM consumers USING events
    WHERE name <> ALL ($1::text[]) AND events.seq = consumers.seq + 1 AND events.at < now() - interval '1 day'
    RETURNING name`,
} satisfies Statement;

/**
 * A batch failed: up to its end events go one by one, so that the one at fault is found; it is skipped at last,
 * and logged.
 */
interface Trouble {
  until: number;
  seq: number;
  tries: number;
}

/**
 * Something that follows from events, done once each: `consume` writes in the transaction that also moves the
 * consumer's cursor, so a crash repeats the batch or has never begun it. It gets the events of its types.
 */
export interface EventConsumer {
  readonly name: string;
  readonly types: readonly string[];
  consume(events: LoggedEvent[], transaction: RecordingTransaction): Promise<void>;
}

interface Ahead {
  from: number;
  last: number;
  count: number;
  concerns: boolean;
}

/** Runs the consumers of the worker role. Several processes may: the row of the cursor makes them take turns. */
@Injectable()
export class Consumers {
  private readonly log = new Logger('Consumers');
  private readonly paces: Pace[] = [];
  private readonly consumers: EventConsumer[] = [];
  private readonly troubles = new Map<string, Trouble>();

  constructor(
    private readonly database: Database,
    private readonly eventLog: EventLog,
    private readonly tail: EventTail,
  ) {}

  add(consumer: EventConsumer): void {
    this.consumers.push(consumer);
  }

  async start(): Promise<void> {
    await this.forgetFormer();
    for (const consumer of this.consumers) {
      await this.database.query('INSERT INTO consumers (name) VALUES ($1) ON CONFLICT DO NOTHING', [
        consumer.name,
      ]);
      const pace = new Pace(
        () => this.step(consumer),
        (error) => this.log.error(`${consumer.name}: ${error.message}`),
        { restMs: REST_MS },
      );
      this.paces.push(pace);
      pace.start();
    }
    this.tail.onEvents(async () => {
      for (const pace of this.paces) pace.wake();
    });
  }

  private async forgetFormer(): Promise<void> {
    const names = this.consumers.map(({ name }) => name);
    for (const { name } of await this.database.run<{ name: string }>(FORGET_FORMER, [names]))
      this.log.log(`${name} follows the log no more`);
  }

  async stop(): Promise<void> {
    await Promise.all(this.paces.map((pace) => pace.stop()));
  }

  /** How many events each consumer has still to do, for the metrics. */
  lag(): Promise<Array<{ name: string; lag: number }>> {
    return this.database.query('SELECT name, (SELECT head FROM event_log) - seq AS lag FROM consumers');
  }

  private async step(consumer: EventConsumer): Promise<boolean> {
    const { name, types } = consumer;
    const [ahead] = await this.database.run<Ahead>(AHEAD, [name, types, BATCH]);
    if (!ahead) return false;
    if (ahead.concerns || this.troubles.has(name))
      return this.eventLog.write((transaction) => this.batch(consumer, transaction));
    await this.database.run(PASS, [name, ahead.from, ahead.last]);
    return ahead.count === BATCH;
  }

  private async batch(consumer: EventConsumer, transaction: RecordingTransaction): Promise<boolean> {
    const trouble = this.troubles.get(consumer.name);
    const [cursor] = await transaction.run<{ seq: number }>(TAKE_TURN, [consumer.name]);
    const events = await transaction.run<LoggedEvent>(NEXT, [cursor!.seq, trouble ? 1 : BATCH]);
    if (events.length === 0) return false;
    const last = events.at(-1)!.seq;
    if (trouble && trouble.seq === last && trouble.tries >= TRIES_BEFORE_SKIPPING)
      this.log.error(
        `${consumer.name}: skips event ${last} (${events[0]!.type}) after ${trouble.tries} tries`,
      );
    else await this.consume(consumer, events, transaction);
    await transaction.run(MOVE, [consumer.name, last]);
    if (trouble && last >= trouble.until) this.troubles.delete(consumer.name);
    return trouble !== undefined || events.length === BATCH;
  }

  /** Counts only what the events themselves caused: a database that is away for a minute skips nothing. */
  private async consume(
    consumer: EventConsumer,
    events: LoggedEvent[],
    transaction: RecordingTransaction,
  ): Promise<void> {
    try {
      const concerning = events.filter(({ type }) => consumer.types.includes(type));
      if (concerning.length > 0) await consumer.consume(concerning, transaction);
    } catch (error) {
      const before = this.troubles.get(consumer.name);
      const { seq } = events[0]!;
      const last = events.at(-1)!.seq;
      if (!isPassing(error))
        this.troubles.set(consumer.name, {
          until: Math.max(before?.until ?? 0, last),
          seq,
          tries: seq === last ? (before?.seq === seq ? before.tries + 1 : 1) : 0,
        });
      throw error;
    }
  }
}
