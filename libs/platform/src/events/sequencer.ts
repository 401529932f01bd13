import { Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { Settings } from '../config/settings.ts';
import { Pace } from './pace.ts';
import { WakeCalls } from './wake-calls.ts';

const SEQUENCER_LOCK = 7_264_002;
const BATCH = 1_000;

/**
 * Moves committed rows from the outbox to the log and gives each the next number, in one statement. Without any
 * it locks nothing: even a lock would be a transaction that has to reach the disk. The rows of a batch are a range
 * of the key, so that a batch costs the same whatever waits behind it, with a plan made when nothing did.
 */
const NUMBER_BATCH = `
  WITH log AS (
    SELECT head FROM event_log WHERE EXISTS (SELECT FROM outbox) FOR UPDATE
  ), moved AS (
    DELETE FROM outbox
    WHERE id <= (SELECT max(id) FROM (SELECT id FROM outbox ORDER BY id LIMIT ${BATCH}) AS batch)
    RETURNING *
  ), numbered AS (
    INSERT INTO events (seq, type, community_id, thread_id, post_id, user_id, actor_id, data, at)
    SELECT log.head + row_number() OVER (ORDER BY moved.id),
           type, community_id, thread_id, post_id, user_id, actor_id, data, at
    FROM moved, log
    RETURNING seq
  )
  UPDATE event_log SET head = numbered.last
  FROM (SELECT max(seq) AS last, count(*)::int AS moved FROM numbered) AS numbered
  WHERE numbered.moved > 0
  RETURNING numbered.moved`;

/**
 * Gives committed events their number. One process at a time does it: whoever holds the advisory lock, on a
 * connection of its own; when that process dies, Postgres frees the lock and another takes over within a second;
 * when it hangs, within six.
 */
@Injectable()
export class Sequencer {
  private readonly log = new Logger('Sequencer');
  private readonly listeners: Array<() => void> = [];
  private client: pg.Client | null = null;
  private holdsLock = false;
  private readonly pace = new Pace(
    () => this.step(),
    (error) => this.lost(error),
  );

  constructor(
    private readonly settings: Settings,
    private readonly wakeCalls: WakeCalls,
  ) {
    wakeCalls.on('kring_outbox', () => {
      if (this.holdsLock) this.pace.wake();
    });
  }

  /** Whether this process is the one that numbers. */
  get isActive(): boolean {
    return this.holdsLock;
  }

  start(): void {
    this.pace.start();
  }

  /** Something was committed: number it now, or ask the process that does. */
  wake(): void {
    if (this.holdsLock) this.pace.wake();
    else this.wakeCalls.call('kring_outbox');
  }

  /** Called in this process when it gave out numbers. */
  onNumbered(listener: () => void): void {
    this.listeners.push(listener);
  }

  async stop(): Promise<void> {
    await this.pace.stop();
    await this.release();
  }

  private async step(): Promise<boolean> {
    if (!this.holdsLock && !(await this.takeLock())) return false;
    const result = await this.client!.query<{ moved: number }>({
      name: 'sequencer.batch',
      text: NUMBER_BATCH,
    });
    const moved = result.rows[0]?.moved ?? 0;
    if (moved > 0) {
      for (const listener of this.listeners) listener();
      this.wakeCalls.call('kring_events');
    }
    return moved === BATCH;
  }

  private async takeLock(): Promise<boolean> {
    this.client ??= await this.connect();
    const { rows } = await this.client.query('SELECT pg_try_advisory_lock($1) AS taken', [SEQUENCER_LOCK]);
    this.holdsLock = rows[0].taken;
    return this.holdsLock;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.settings.DATABASE_URL,
      application_name: 'kring-sequencer',
      connectionTimeoutMillis: 5_000,
      query_timeout: 20_000,
      keepAlive: true,
      // It asks every second. One that is silent for five is stopped or cut off, and must not keep the lock.
      options: '-c idle_session_timeout=5000 -c statement_timeout=15000 -c jit=off -c enable_seqscan=off',
    });
    client.on('error', (error) => this.lost(error));
    await client.connect();
    return client;
  }

  private lost(error: Error): void {
    this.log.warn(`Interrupted, tries again: ${error.message}`);
    void this.release();
  }

  private async release(): Promise<void> {
    const client = this.client;
    this.client = null;
    this.holdsLock = false;
    await client?.end().catch(() => undefined);
  }
}
