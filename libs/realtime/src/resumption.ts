import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database, Problem } from '#platform';
import { CURRENT_ACCESS } from './access.queries.ts';
import type { Connection, CurrentAccess } from './connection.ts';
import { Delivery, told } from './delivery.ts';
import { bytesWaiting } from './engine-socket.ts';
import { MOST_BYTES_WAITING, MOST_REPLAYED } from './limits.ts';
import { MissedEvents } from './missed-events.ts';
import { type Place, Watching } from './watching.ts';

/** Where the client stands now. With `reload` it must load anew: what it missed is gone or too much. */
export type Resumed = { cursor: number } | { reload: true; cursor: number };

const CHUNK = 50;
const DRAIN_CHECK_MS = 20;
const DRAIN_WITHIN_MS = 20_000;
const CATCH_UP_CHECK_MS = 50;

/** Brings a socket from where its client stood to now, without a gap and without a double. */
@Injectable()
export class Resumption {
  constructor(
    private readonly database: Database,
    private readonly delivery: Delivery,
    private readonly missed: MissedEvents,
    private readonly watching: Watching,
  ) {}

  /** @throws Problem unauthenticated when the log-in has ended meanwhile */
  async resume(connection: Connection, cursor: number | null, places: Place[]): Promise<Resumed> {
    connection.pause();
    await this.loadAccess(connection);
    for (const place of places) await this.watching.watchIfReadable(connection, place);
    const from = cursor === null || !(await this.canReplayFrom(cursor)) ? null : cursor;
    const complete = from !== null && (await this.replay(connection, from));
    // Nothing waits between this comparison and the joining: replay ended at the very position of delivery.
    connection.goLive();
    const position = this.delivery.position;
    return cursor === null || complete ? { cursor: position } : { reload: true, cursor: position };
  }

  /** The socket is registered already: what the log says meanwhile makes us read again. */
  private async loadAccess(connection: Connection): Promise<void> {
    for (;;) {
      const { changes } = connection;
      const [access] = await this.database.run<CurrentAccess>(CURRENT_ACCESS, [connection.viewer.sessionId]);
      if (!access) {
        connection.end();
        throw new Problem('unauthenticated');
      }
      if (changes !== connection.changes) continue;
      return connection.startAnew(access);
    }
  }

  private async canReplayFrom(cursor: number): Promise<boolean> {
    if (cursor <= this.delivery.position && this.delivery.recent.knowsAllAfter(cursor)) return true;
    const { head, floor } = await this.missed.logEnds();
    // Ahead of the log: the database was restored. Ahead of this process only: it catches up in a moment.
    if (cursor > head || cursor < floor) return false;
    while (cursor > this.delivery.position) await pause(CATCH_UP_CHECK_MS);
    return true;
  }

  /** In rounds, until nothing was added meanwhile. False when it is too much. */
  private async replay(connection: Connection, from: number): Promise<boolean> {
    let replayed = 0;
    for (let cursor = from; cursor < this.delivery.position; ) {
      const upTo = this.delivery.position;
      const events = await this.missed.between(connection, cursor, upTo);
      if (!connection.open) return true;
      replayed += events?.length ?? 0;
      if (!events || replayed > MOST_REPLAYED) return false;
      for (let at = 0; at < events.length; at += CHUNK) {
        for (const event of events.slice(at, at + CHUNK)) connection.socket.emit('event', told(event));
        if (events.length > at + CHUNK) await this.drained(connection);
      }
      cursor = upTo;
    }
    return true;
  }

  /** Does not hand over more than half of what would have the socket closed as too slow. */
  private async drained(connection: Connection): Promise<void> {
    const end = performance.now() + DRAIN_WITHIN_MS;
    const { conn } = connection.socket;
    while (connection.open && performance.now() < end && bytesWaiting(conn) > MOST_BYTES_WAITING / 2)
      await pause(DRAIN_CHECK_MS);
  }
}
