import { setTimeout as pause } from 'node:timers/promises';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import type { Kring, Person } from '#server-testing';
import type { Told } from '../testing/index.ts';

type Options = Partial<ManagerOptions & SocketOptions>;

/** A client that stands in for the web client: one socket, its cursor, and what it was told. */
export class Listener {
  readonly told: Told[] = [];
  readonly typing: any[] = [];
  readonly presence: any[] = [];
  /** Why it was ended, when the server said so. */
  ended: string | null = null;
  cursor: number | null = null;

  constructor(readonly socket: Socket) {
    socket.on('event', (event: Told) => {
      this.told.push(event);
      this.cursor = event.seq;
    });
    socket.on('typing', (said) => this.typing.push(said));
    socket.on('presence', (said) => this.presence.push(said));
    socket.on('disconnect', (reason) => {
      this.ended = reason;
    });
  }

  ask(command: string, payload?: unknown): Promise<any> {
    return this.socket.timeout(10_000).emitWithAck(command, ...(payload === undefined ? [] : [payload]));
  }

  /** Resumes from where this listener stands, or from `cursor`. */
  async resume(more: object = {}): Promise<any> {
    const answer = await this.ask('resume', {
      ...(this.cursor !== null && { cursor: this.cursor }),
      ...more,
    });
    if (answer.cursor !== undefined) this.cursor = Math.max(answer.cursor, this.cursor ?? 0);
    return answer;
  }

  types(): string[] {
    return this.told.map(({ type }) => type);
  }

  /** The first event of that kind, which may have come already. */
  async hears(type: string, matches: (event: Told) => boolean = () => true, withinMs = 3_000): Promise<Told> {
    return this.waitsFor(
      () => this.told.find((event) => event.type === type && matches(event)),
      withinMs,
      type,
    );
  }

  async waitsFor<T>(
    find: () => T | undefined | null | false,
    withinMs = 3_000,
    what = String(find),
  ): Promise<T> {
    const end = performance.now() + withinMs;
    for (;;) {
      const found = find();
      if (found) return found;
      if (performance.now() > end)
        throw new Error(`did not happen: ${what}; told ${this.types().join(', ')}`);
      await pause(5);
    }
  }

  leave(): void {
    this.socket.disconnect();
  }
}

/** Connects without waiting. */
export function connect(kring: Kring, options: Options = {}): Listener {
  const socket = io(kring.settings.origin, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    ...options,
  });
  return new Listener(socket);
}

export const headersOf = (person: Person): Record<string, string> => ({
  cookie: person.api.cookie(),
  origin: person.kring.settings.origin,
});

/** Opens a socket as this person and waits for the answer: null, or why it was refused. */
export async function tryConnect(
  kring: Kring,
  options: Options,
): Promise<{ listener: Listener; refusal: string | null }> {
  const listener = connect(kring, options);
  const refusal = await new Promise<string | null>((resolve) => {
    listener.socket.once('connect', () => resolve(null));
    listener.socket.once('connect_error', (error) => resolve(error.message));
  });
  return { listener, refusal };
}

/** A socket of this person, live from now on, or from `cursor`. */
export async function listensAs(person: Person, cursor?: number, more: object = {}): Promise<Listener> {
  const { listener, refusal } = await tryConnect(person.kring, { extraHeaders: headersOf(person) });
  if (refusal) throw new Error(`refused: ${refusal}`);
  if (cursor !== undefined) listener.cursor = cursor;
  await listener.resume(more);
  return listener;
}

export const quiet = (milliseconds: number) => pause(milliseconds);
