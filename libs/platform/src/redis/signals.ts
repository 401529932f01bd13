import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Redis } from './redis.ts';

interface Sent {
  from: string;
  name: string;
  content: unknown;
}

type Listener = (content: never, from: string) => void;

/**
 * Passes on, to the other processes, what is true for a moment and stored nowhere. At most once, and not at all
 * without Redis. What must arrive goes through the event log.
 */
@Injectable()
export class Signals implements OnApplicationBootstrap {
  /** Of this process, since it started. */
  readonly self = randomUUID();
  private readonly listeners = new Map<string, Listener[]>();

  private readonly channel: string;

  constructor(private readonly redis: Redis) {
    this.channel = redis.named('signals');
  }

  onApplicationBootstrap(): void {
    const { subscriber } = this.redis;
    subscriber?.on('message', (channel: string, text: string) => {
      if (channel === this.channel) this.hear(text);
    });
    // Said again by the client after each reconnect.
    if (subscriber?.status === 'ready') void subscriber.subscribe(this.channel).catch(() => undefined);
    else subscriber?.once('ready', () => void subscriber.subscribe(this.channel).catch(() => undefined));
  }

  /** What the other processes say; never what this one said. */
  on<T>(name: string, listener: (content: T, from: string) => void): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener as Listener]);
  }

  tell(name: string, content: unknown): void {
    const sent: Sent = { from: this.self, name, content };
    this.redis.client?.publish(this.channel, JSON.stringify(sent)).catch(() => undefined);
  }

  private hear(text: string): void {
    const { from, name, content } = JSON.parse(text) as Sent;
    if (from === this.self) return;
    for (const listener of this.listeners.get(name) ?? []) listener(content as never, from);
  }
}
