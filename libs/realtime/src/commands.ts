import { Injectable, Logger } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Problem, problemOf, wrongField } from '#platform';
import type { Connection } from './connection.ts';
import { MOST_WATCHED } from './limits.ts';
import { Resumption } from './resumption.ts';
import { Typing } from './typing.ts';
import { type Place, Watching } from './watching.ts';

type Command = (connection: Connection, payload: Record<string, unknown>) => Promise<object>;

/**
 * Everything a client can say over its socket. One table and one way in: whatever is not in it is answered with
 * a problem, and nothing a client sends is used as the name of anything.
 */
@Injectable()
export class Commands {
  private readonly log = new Logger('Commands');
  private readonly resuming = new WeakSet<Connection>();
  private readonly commands: ReadonlyMap<string, Command> = new Map<string, Command>([
    ['resume', (connection, payload) => this.resume(connection, payload)],
    ['watch', (connection, payload) => this.watch(connection, payload)],
    ['unwatch', (connection, payload) => this.unwatch(connection, payload)],
    ['typing', (connection, payload) => this.type(connection, payload)],
  ]);

  constructor(
    private readonly resumption: Resumption,
    private readonly watching: Watching,
    private readonly typing: Typing,
  ) {}

  get names(): string[] {
    return [...this.commands.keys()];
  }

  /** Carries out one packet and answers it, if the client asked for an answer. */
  async hear(connection: Connection, packet: unknown[]): Promise<void> {
    const last = packet.at(-1);
    const answer = typeof last === 'function' ? (last as (answer: object) => void) : () => undefined;
    try {
      answer(await this.carryOut(connection, packet));
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem.code === 'internal') this.log.error((thrown as Error).stack);
      answer({ problem: problem.toJSON() });
    }
  }

  private carryOut(connection: Connection, [name, payload]: unknown[]): Promise<object> {
    const command = typeof name === 'string' ? this.commands.get(name) : undefined;
    if (!command) throw new Problem('not-found', { detail: 'There is no such command.' });
    return command(connection, fieldsOf(payload));
  }

  private async resume(connection: Connection, { cursor, watch }: Record<string, unknown>): Promise<object> {
    const from = cursorOf(cursor);
    const places = placesOf(watch);
    if (this.resuming.has(connection))
      throw new Problem('malformed-request', { detail: 'Wait for the answer to the resume before.' });
    this.resuming.add(connection);
    try {
      return await this.resumption.resume(connection, from, places);
    } finally {
      this.resuming.delete(connection);
    }
  }

  private async watch(connection: Connection, payload: Record<string, unknown>): Promise<object> {
    await this.watching.watch(connection, placeOf(payload));
    return { ok: true };
  }

  private async unwatch(connection: Connection, payload: Record<string, unknown>): Promise<object> {
    this.watching.unwatch(connection, placeOf(payload));
    return { ok: true };
  }

  private async type(connection: Connection, { threadId }: Record<string, unknown>): Promise<object> {
    await this.typing.tell(connection, idOf('threadId', threadId));
    return { ok: true };
  }
}

function fieldsOf(payload: unknown): Record<string, unknown> {
  if (payload === undefined || payload === null || typeof payload === 'function') return {};
  if (typeof payload !== 'object' || Array.isArray(payload))
    throw wrongField('', 'not-an-object', 'must be an object');
  // Own fields only: what a prototype would bring is not what the client said.
  return Object.assign(Object.create(null), payload);
}

function cursorOf(cursor: unknown): number | null {
  if (cursor === undefined || cursor === null) return null;
  const number = typeof cursor === 'string' && /^\d{1,15}$/.test(cursor) ? Number(cursor) : cursor;
  if (!Number.isSafeInteger(number) || (number as number) < 0)
    throw wrongField('cursor', 'not-a-number', 'must be a whole number');
  return number as number;
}

function placesOf(places: unknown): Place[] {
  if (places === undefined || places === null) return [];
  if (!Array.isArray(places)) throw wrongField('watch', 'not-a-list', 'must be a list');
  if (places.length > MOST_WATCHED)
    throw wrongField('watch', 'too-long', `may have at most ${MOST_WATCHED}`, { max: MOST_WATCHED });
  return places.map((place) => placeOf(fieldsOf(place)));
}

function placeOf({ communityId, threadId }: Record<string, unknown>): Place {
  if (threadId !== undefined) return { threadId: idOf('threadId', threadId) };
  return { communityId: idOf('communityId', communityId) };
}

function idOf(field: string, id: unknown): string {
  if (typeof id !== 'string' || !isUUID(id)) throw wrongField(field, 'not-an-id', 'must be an id');
  return id.toLowerCase();
}
