import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis as Client } from 'ioredis';
import { Settings } from '../config/settings.ts';

const LONGEST_WAIT_MS = 2_000;

/** Several processes find each other here. Nothing in it must survive: with Redis away Kring is slower, not wrong. */
const OPTIONS = {
  // Better the way without Redis at once than a request that waits for it.
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 500,
  connectTimeout: 2_000,
  retryStrategy: (tries: number) =>
    Math.min(LONGEST_WAIT_MS, 50 * 2 ** Math.min(tries, 6)) * (0.5 + Math.random() / 2),
};

/** The connections to Redis (or Valkey), when REDIS_URL is set. Two: one that subscribes can do nothing else. */
@Injectable()
export class Redis implements OnApplicationShutdown {
  private readonly log = new Logger('Redis');
  /** Null without REDIS_URL. */
  readonly client: Client | null;
  readonly subscriber: Client | null;
  private readonly prefix: string;
  private away = false;

  constructor({ REDIS_URL, origin }: Settings) {
    this.prefix = `kring:${new URL(origin).host}:`;
    this.client = REDIS_URL ? this.connect(REDIS_URL) : null;
    this.subscriber = REDIS_URL ? this.connect(REDIS_URL) : null;
  }

  /** Null when there is none to reach. */
  get isReady(): boolean | null {
    return this.client && this.client.status === 'ready' && this.subscriber?.status === 'ready';
  }

  /** Of a key or channel: two installations may share a Redis and hear nothing of each other. */
  named(name: string): string {
    return this.prefix + name;
  }

  onApplicationShutdown(): void {
    this.client?.disconnect();
    this.subscriber?.disconnect();
  }

  private connect(url: string): Client {
    const client = new Client(url, OPTIONS);
    client.on('error', (error: Error) => {
      if (!this.away) this.log.warn(`Redis is away; going on without it: ${error.message}`);
      this.away = true;
    });
    client.on('ready', () => {
      if (this.away) this.log.log('Redis is back.');
      this.away = false;
    });
    return client;
  }
}
