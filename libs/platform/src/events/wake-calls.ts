import { Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { Settings } from '../config/settings.ts';
import { Redis } from '../redis/redis.ts';

const CHANNELS = ['kring_outbox', 'kring_events'] as const;
export type WakeChannel = (typeof CHANNELS)[number];

const AT_MOST_EVERY_MS = 20;
const RECONNECT_MS = 500;
/** Whoever only listens does not notice that nobody is there any more. */
const ASK_EVERY_MS = 10_000;
const ANSWERS_WITHIN_MS = 5_000;

/**
 * Wakes other processes, over Redis or with NOTIFY, always after a commit and at most once in 20 ms: inside a write
 * transaction NOTIFY would take a lock across the database. A lost call costs a second at most, because
 * everybody also polls.
 */
@Injectable()
export class WakeCalls {
  private readonly log = new Logger('WakeCalls');
  private readonly listeners: Record<WakeChannel, Array<() => void>> = { kring_outbox: [], kring_events: [] };
  private readonly pending = new Map<WakeChannel, NodeJS.Timeout>();
  private readonly calledAt = new Map<WakeChannel, number>();
  private client: pg.Client | null = null;
  private sending: Promise<void> = Promise.resolve();
  private asking: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly settings: Settings,
    private readonly redis: Redis,
  ) {}

  async start(): Promise<void> {
    this.stopped = false;
    const { subscriber } = this.redis;
    if (subscriber) {
      const listen = () =>
        void subscriber.subscribe(...CHANNELS.map((name) => this.redis.named(name))).catch(() => undefined);
      subscriber.on('message', this.hearRedis);
      if (subscriber.status === 'ready') listen();
      else subscriber.once('ready', listen);
    }
    await this.connect();
  }

  on(channel: WakeChannel, listener: () => void): void {
    this.listeners[channel].push(listener);
  }

  /** Tells the other processes: at once, or when the last call is 20 ms old. */
  call(channel: WakeChannel): void {
    if (this.stopped || this.pending.has(channel)) return;
    const wait = (this.calledAt.get(channel) ?? 0) + AT_MOST_EVERY_MS - Date.now();
    this.pending.set(
      channel,
      setTimeout(
        () => {
          this.pending.delete(channel);
          this.calledAt.set(channel, Date.now());
          this.tell(channel);
        },
        Math.max(0, wait),
      ),
    );
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.asking);
    this.asking = undefined;
    this.redis.subscriber?.off('message', this.hearRedis);
    for (const timer of this.pending.values()) clearTimeout(timer);
    this.pending.clear();
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.settings.DATABASE_URL,
      application_name: 'kring-wake',
      connectionTimeoutMillis: 5_000,
      query_timeout: ANSWERS_WITHIN_MS,
      keepAlive: true,
    });
    client.on('notification', ({ channel }) => this.heard(channel as WakeChannel));
    client.on('error', () => undefined);
    client.on('end', () => this.reconnectSoon(client));
    try {
      await client.connect();
      await client.query('LISTEN kring_outbox; LISTEN kring_events');
      if (this.stopped) return await client.end();
      this.client = client;
      this.asking ??= setInterval(() => this.send('SELECT 1'), ASK_EVERY_MS).unref();
      // What was said while nobody listened is found by looking once.
      this.heard('kring_outbox');
      this.heard('kring_events');
    } catch (error) {
      this.log.warn(`No wake calls for now: ${(error as Error).message}`);
      await client.end().catch(() => undefined);
    }
  }

  private readonly hearRedis = (channel: string): void => {
    const called = CHANNELS.find((name) => this.redis.named(name) === channel);
    if (called) this.heard(called);
  };

  /** Through Redis where there is one: it costs the database nothing. */
  private tell(channel: WakeChannel): void {
    const notify = () => this.send(`NOTIFY ${channel}`);
    if (this.redis.client) this.redis.client.publish(this.redis.named(channel), '').catch(notify);
    else notify();
  }

  /** One after the other: a connection takes one statement at a time. */
  private send(text: string): void {
    this.sending = this.sending.then(async () => {
      const { client } = this;
      // Ends what does not answer; another one is made then.
      await client?.query(text).catch(() => client.end().catch(() => undefined));
    });
  }

  private heard(channel: WakeChannel): void {
    for (const listener of this.listeners[channel]) listener();
  }

  private reconnectSoon(ended: pg.Client): void {
    if (this.client === ended) this.client = null;
    if (this.stopped) return;
    setTimeout(() => {
      if (!this.stopped) this.connect();
    }, RECONNECT_MS).unref();
  }
}
