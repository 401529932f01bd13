import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Gauge } from 'prom-client';
import { Database } from '../database/database.ts';
import { EventTail } from '../events/event-tail.ts';
import { Metrics } from './metrics.ts';
import { READING, type Reading } from './reading.sql.ts';

/** Prometheus gives up after ten by default, and wants the other numbers all the more when the database is slow. */
const LONGEST_MS = 3_000;

/** Work that waits in a table of its own. */
export interface WorkQueue {
  name: string;
  /** Answers `waiting`, how much is due, and `oldest`, for how many seconds or null: by an index, within a bound. */
  text: string;
}

interface Waiting {
  waiting: number;
  oldest: number | null;
}

const NUMBERS: Array<[name: string, help: string, of: (reading: Reading) => number]> = [
  ['kring_log_head', 'Last number given in the event log', ({ head }) => head],
  ['kring_log_lag_events', 'Events this process has still to tell', ({ tail }) => tail.lag],
  ['kring_log_lag_seconds', 'Age of the oldest of them', ({ tail }) => tail.age ?? 0],
  ['kring_outbox_events', 'Events committed and not numbered yet', ({ outbox }) => outbox.lag],
  ['kring_outbox_oldest_seconds', 'Age of the oldest of them', ({ outbox }) => outbox.age ?? 0],
  [
    'kring_database_oldest_transaction_seconds',
    'Age of the oldest open transaction on the database server, as far as this role may see',
    ({ oldestTransaction }) => oldestTransaction,
  ],
  [
    'kring_database_notification_queue_ratio',
    'Share of the queue of NOTIFY that is in use; when it is full, no commit succeeds',
    ({ notificationQueue }) => notificationQueue,
  ],
  [
    'kring_backup_last_timestamp_seconds',
    'When the newest backup was made; 0: never',
    ({ backup }) => backup?.at ?? 0,
  ],
  ['kring_backup_last_size_bytes', 'How large it is', ({ backup }) => backup?.bytes ?? 0],
];

/** What only the database knows, asked once a scrape, on a connection that requests cannot exhaust. */
@Injectable()
export class DatabaseMetrics implements OnModuleInit {
  private readonly queues: WorkQueue[] = [];

  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly tail: EventTail,
  ) {}

  /** Shows a queue as `kring_queue_waiting` and `kring_queue_oldest_seconds`. */
  watch(queue: WorkQueue): void {
    this.queues.push(queue);
  }

  onModuleInit(): void {
    const up = this.metrics.gaugeToSet(
      'kring_database_up',
      'Whether the database answered this scrape: 1 or 0',
    );
    const numbers = NUMBERS.map(([name, help, of]) => ({ gauge: this.metrics.gaugeToSet(name, help), of }));
    const labelled = this.labelledGauges();
    this.metrics.beforeScrape(async () => {
      const answer = await within(LONGEST_MS, this.read()).catch(() => null);
      up.set(answer ? 1 : 0);
      // What was true a minute ago is not shown as if it were true now.
      for (const { gauge, of } of numbers) answer ? gauge.set(of(answer.reading)) : gauge.remove();
      for (const gauge of Object.values(labelled)) gauge.reset();
      if (answer) this.fill(labelled, answer);
    });
  }

  private labelledGauges() {
    const of = (label: string) => (name: string, help: string) =>
      this.metrics.gaugeToSet(name, help, [label]);
    const [ofConsumer, ofQueue] = [of('consumer'), of('queue')];
    return {
      behind: ofConsumer('kring_consumer_lag_events', 'Events a consumer has still to do'),
      behindSeconds: ofConsumer('kring_consumer_lag_seconds', 'Age of the oldest of them'),
      waiting: ofQueue('kring_queue_waiting', 'Work that is due and not done'),
      oldest: ofQueue('kring_queue_oldest_seconds', 'For how long the oldest of it is due'),
    } satisfies Record<string, Gauge>;
  }

  private fill(
    { behind, behindSeconds, waiting, oldest }: ReturnType<DatabaseMetrics['labelledGauges']>,
    { reading, queues }: { reading: Reading; queues: Map<string, Waiting> },
  ): void {
    for (const { name: consumer, lag, age } of reading.consumers) {
      behind.set({ consumer }, lag);
      behindSeconds.set({ consumer }, age ?? 0);
    }
    for (const [queue, work] of queues) {
      waiting.set({ queue }, work.waiting);
      oldest.set({ queue }, work.oldest ?? 0);
    }
  }

  private read(): Promise<{ reading: Reading; queues: Map<string, Waiting> }> {
    return this.database.onReserve(async () => {
      const [reading] = await this.database.run<Reading>(READING, [this.tail.position]);
      const queues = new Map<string, Waiting>();
      for (const { name, text } of this.queues) {
        const [work] = await this.database.query<Waiting>(text);
        queues.set(name, work!);
      }
      return { reading: reading!, queues };
    });
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error('The database takes too long.')), milliseconds);
  });
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
