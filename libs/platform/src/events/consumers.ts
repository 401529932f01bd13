import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { EVENT_COLUMNS, type LoggedEvent } from './event.ts';
import { EventLog, type RecordingTransaction } from './event-log.ts';
import { EventTail } from './event-tail.ts';
import { Pace } from './pace.ts';

const BATCH = 200;
const TRIES_BEFORE_SKIPPING = 5;

/**
 * Something that follows from events, done once each: `consume` writes in the transaction that also moves the
 * consumer's cursor, so a crash repeats the batch or has never begun it.
 */
export interface EventConsumer {
  readonly name: string;
  consume(events: LoggedEvent[], transaction: RecordingTransaction): Promise<void>;
}

/** Runs the consumers of the worker role. Several processes may: the row of the cursor makes them take turns. */
@Injectable()
export class Consumers {
  private readonly log = new Logger('Consumers');
  private readonly paces: Pace[] = [];
  private readonly consumers: EventConsumer[] = [];
  private readonly failures = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly eventLog: EventLog,
    private readonly tail: EventTail,
  ) {}

  add(consumer: EventConsumer): void {
    this.consumers.push(consumer);
  }

  async start(): Promise<void> {
    for (const consumer of this.consumers) {
      await this.database.query('INSERT INTO consumers (name) VALUES ($1) ON CONFLICT DO NOTHING', [
        consumer.name,
      ]);
      const pace = new Pace(
        () => this.step(consumer),
        (error) => this.log.error(`${consumer.name}: ${error.message}`),
      );
      this.paces.push(pace);
      pace.start();
    }
    this.tail.onEvents(async () => {
      for (const pace of this.paces) pace.wake();
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.paces.map((pace) => pace.stop()));
  }

  /** How many events each consumer has still to do, for the metrics. */
  lag(): Promise<Array<{ name: string; lag: number }>> {
    return this.database.query('SELECT name, (SELECT head FROM event_log) - seq AS lag FROM consumers');
  }

  private async step(consumer: EventConsumer): Promise<boolean> {
    const failures = this.failures.get(consumer.name) ?? 0;
    try {
      const done = await this.eventLog.write((transaction) => this.batch(consumer, transaction, failures));
      this.failures.delete(consumer.name);
      return done > 0;
    } catch (error) {
      this.failures.set(consumer.name, failures + 1);
      throw error;
    }
  }

  /** After a failure events go one by one, so that the one at fault is found; it is skipped at last, and logged. */
  private async batch(
    consumer: EventConsumer,
    transaction: RecordingTransaction,
    failures: number,
  ): Promise<number> {
    const [cursor] = await transaction.query<{ seq: number }>(
      'SELECT seq FROM consumers WHERE name = $1 FOR UPDATE',
      [consumer.name],
    );
    const events = await transaction.query<LoggedEvent>(
      `SELECT ${EVENT_COLUMNS} FROM events WHERE seq > $1 ORDER BY seq LIMIT $2`,
      [cursor!.seq, failures > 0 ? 1 : BATCH],
    );
    if (events.length === 0) return 0;
    if (failures >= TRIES_BEFORE_SKIPPING)
      this.log.error(
        `${consumer.name}: skips event ${events[0]!.seq} (${events[0]!.type}) after ${failures} tries`,
      );
    else await consumer.consume(events, transaction);
    await transaction.query('UPDATE consumers SET seq = $2 WHERE name = $1', [
      consumer.name,
      events.at(-1)!.seq,
    ]);
    return events.length;
  }
}
