import { isIPv6 } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { bearLosses } from '../bear-losses.ts';
import { sessionOptions } from '../data-source.ts';
import type { Query } from '../query.ts';
import { dropIdle, HEARD_WITHIN_MS, isSilence } from '../silence.ts';

/** Soon enough to ask the primary instead. */
const LONGEST_WAIT_FOR_CONNECTION_MS = 250;
const LONGEST_WAIT_FOR_STATE_MS = 1_000;
const LONGEST_GOOD_BYE_MS = 500;

/** A place in the write-ahead log of Postgres, in bytes. */
export type WalPosition = number;

/** How far a replica is. What it was once, it stays or is more. */
export interface ReplicaState {
  /** Which cluster it is a copy of. */
  system: string;
  /** False for a primary, and for a replica that was made one: it goes its own way. */
  follows: boolean;
  wal: WalPosition;
  /** The last number of the event log that it holds. */
  head: number;
}

const STATE = `SELECT (SELECT system_identifier::text FROM pg_control_system()) AS system,
  pg_is_in_recovery() AS follows, coalesce(pg_last_wal_replay_lsn() - '0/0', 0)::bigint AS wal,
  (SELECT head FROM event_log) AS head`;

/** The connections to one copy of the database. */
export class Replica {
  /** Of the server, for logs and metrics: nothing secret. */
  readonly name: string;
  private readonly pool: pg.Pool;
  private observer: pg.Client | undefined;
  private readonly running = new Set<() => void>();

  constructor(
    private readonly url: string,
    poolSize: number,
    heardWithinMs = HEARD_WITHIN_MS,
  ) {
    const { hostname, port } = new URL(url);
    this.name = `${isIPv6(hostname) ? `[${hostname}]` : hostname}:${port || 5432}`;
    this.pool = new pg.Pool({
      ...sessionOptions('kring-replica'),
      connectionString: url,
      max: poolSize,
      connectionTimeoutMillis: LONGEST_WAIT_FOR_CONNECTION_MS,
      query_timeout: heardWithinMs,
    });
    bearLosses(this.pool);
  }

  /** Statements that run or wait for a connection. */
  get busy(): number {
    return this.pool.totalCount - this.pool.idleCount + this.pool.waitingCount;
  }

  async ask<T>(query: Query): Promise<T[]> {
    const client = await this.pool.connect();
    const cut = Promise.withResolvers<never>();
    const giveUp = () => cut.reject(new Error(`The replica ${this.name} answers no more`));
    this.running.add(giveUp);
    try {
      const { rows } = await Promise.race([client.query(query), cut.promise]);
      client.release();
      return rows as T[];
    } catch (error) {
      // It may be lost, or hold a statement that never ends. Rare enough to open another one.
      client.release(true);
      if (isSilence(error)) dropIdle(this.pool);
      throw error;
    } finally {
      this.running.delete(giveUp);
    }
  }

  /** @throws when it does not answer within a second */
  async state(): Promise<ReplicaState> {
    try {
      this.observer ??= await this.observe();
      const { rows } = await this.observer.query<ReplicaState>(STATE);
      return rows[0]!;
    } catch (error) {
      this.forgetObserver();
      throw error;
    }
  }

  /** Whoever waits for it is not kept waiting: a server that is frozen would answer, but when? */
  cutAll(): void {
    for (const giveUp of this.running) giveUp();
  }

  /** A server that does not answer says no good-bye either. */
  async end(): Promise<void> {
    this.forgetObserver();
    await Promise.race([this.pool.end(), pause(LONGEST_GOOD_BYE_MS, null, { ref: false })]);
  }

  /** On a connection of its own, which slow statements do not hold. */
  private async observe(): Promise<pg.Client> {
    const client = new pg.Client({
      ...sessionOptions('kring-replica-state'),
      connectionString: this.url,
      connectionTimeoutMillis: LONGEST_WAIT_FOR_STATE_MS,
      query_timeout: LONGEST_WAIT_FOR_STATE_MS,
    });
    client.on('error', () => this.forgetObserver());
    try {
      await client.connect();
      return client;
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
  }

  private forgetObserver(): void {
    const client = this.observer;
    this.observer = undefined;
    void client?.end().catch(() => undefined);
  }
}
