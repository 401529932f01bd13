import { setTimeout as pause } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { Database, type Transaction } from '../database/database.ts';
import { Metrics } from '../observe/metrics.ts';

const CLEANING_LOCK = 4_701_004;
const HOUR = 3_600_000;
/** All processes that start together do not begin together. */
const FIRST_WITHIN = 10 * 60_000;
const BATCH = 500;
const REST_MS = 200;

/** Something that is of no use to anybody any more. */
export interface Rubbish {
  /** What it is, for the metric. */
  readonly name: string;
  /** Removes at most `most` of it in this transaction; answers how many. */
  remove(transaction: Transaction, most: number): Promise<number>;
}

/**
 * Takes away, once an hour and a little at a time, what libs hand it. Whoever holds the advisory lock does, for one
 * batch: of several processes one at a time.
 */
@Injectable()
export class Cleaning implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Cleaning');
  private readonly rubbish: Rubbish[] = [];
  private readonly removed: (name: string, count: number) => void;
  private timer: NodeJS.Timeout | null = null;
  private isOver = false;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    metrics: Metrics,
  ) {
    this.removed = metrics.counter(
      'kring_cleaned_total',
      'Rows and files that were of no use any more',
      'what',
    );
  }

  add(...rubbish: Rubbish[]): void {
    this.rubbish.push(...rubbish);
  }

  onApplicationBootstrap(): void {
    if (this.settings.KRING_ROLE !== 'web') this.wait(Math.random() * FIRST_WITHIN);
  }

  beforeApplicationShutdown(): void {
    this.isOver = true;
    if (this.timer) clearTimeout(this.timer);
  }

  /** Once through everything. Answers how many of each went; stops where another process is at it. */
  async clean(): Promise<Record<string, number>> {
    const done: Record<string, number> = {};
    for (const rubbish of this.rubbish) {
      const count = await this.emptyOf(rubbish);
      if (count === null) return done;
      done[rubbish.name] = count;
    }
    return done;
  }

  private wait(milliseconds: number): void {
    this.timer = setTimeout(async () => {
      await this.clean().catch((error) => this.log.error((error as Error).message));
      if (!this.isOver) this.wait(HOUR);
    }, milliseconds);
    this.timer.unref();
  }

  /** Null when another process is cleaning. */
  private async emptyOf(rubbish: Rubbish): Promise<number | null> {
    let total = 0;
    while (!this.isOver) {
      const count = await this.batch(rubbish);
      if (count === null) return null;
      total += count;
      this.removed(rubbish.name, count);
      if (count < BATCH) break;
      await pause(REST_MS);
    }
    return total;
  }

  private batch(rubbish: Rubbish): Promise<number | null> {
    return this.database.transaction(async (transaction) => {
      const [lock] = await transaction.query<{ mine: boolean }>(
        'SELECT pg_try_advisory_xact_lock($1) AS mine',
        [CLEANING_LOCK],
      );
      return lock!.mine ? rubbish.remove(transaction, BATCH) : null;
    });
  }
}

/** Rows of `table` that `which` says, by their primary key `key`; never waits for who is using one. */
export const rowsOf = (name: string, table: string, key: string, which: string): Rubbish => ({
  name,
  async remove(transaction, most) {
    const gone = await transaction.query(
      `DELETE FROM ${table} WHERE ${key} IN (
         SELECT ${key} FROM ${table} WHERE ${which} LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING ${key}`,
      [most],
    );
    return gone.length;
  },
});
