import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import type { Connection } from './connection.ts';
import { Connections } from './connections.ts';
import type { PresenceTold } from './dto/signals.view.ts';
import { PRESENCE_UP_TO } from './limits.ts';
import { PresenceElsewhere } from './presence-elsewhere.ts';
import { EMPLOYEES } from './rooms.ts';

/** Changing page or network for a moment is not leaving. */
const GONE_AFTER_MS = 5_000;

/** Which colleagues are there, at this process or another. Guests neither hear of it nor are told of. */
@Injectable()
export class Presence {
  private readonly here = new Set<string>();
  private readonly leaving = new Map<string, NodeJS.Timeout>();
  private server: Server | null = null;

  constructor(
    private readonly connections: Connections,
    private readonly elsewhere: PresenceElsewhere,
  ) {}

  through(server: Server): void {
    this.server = server;
    this.elsewhere.begin(
      () => this.here,
      (userId) => this.changedElsewhere(userId),
    );
  }

  /** A socket went live: it learns who is there, and they learn of it. */
  arrived(connection: Connection): void {
    if (connection.guest) return;
    const { userId } = connection;
    clearTimeout(this.leaving.get(userId));
    this.leaving.delete(userId);
    if (!this.here.has(userId)) {
      this.here.add(userId);
      this.elsewhere.tellArrived(userId);
      if (!this.elsewhere.has(userId)) this.tell(userId, true);
    }
    if (this.connections.size > PRESENCE_UP_TO) return;
    for (const other of this.here.union(this.elsewhere.everybody()))
      connection.socket.emit('presence', presenceOf(other, true));
  }

  left({ userId }: Connection): void {
    if (this.connections.of(userId).size > 0 || !this.here.has(userId)) return;
    clearTimeout(this.leaving.get(userId));
    const timer = setTimeout(() => {
      this.leaving.delete(userId);
      this.here.delete(userId);
      this.elsewhere.tellLeft(userId);
      if (!this.elsewhere.has(userId)) this.tell(userId, false);
    }, GONE_AFTER_MS);
    this.leaving.set(userId, timer.unref());
  }

  private changedElsewhere(userId: string): void {
    if (!this.here.has(userId)) this.tell(userId, this.elsewhere.has(userId));
  }

  private tell(userId: string, online: boolean): void {
    if (this.connections.size > PRESENCE_UP_TO) return;
    this.server?.to(EMPLOYEES).emit('presence', presenceOf(userId, online));
  }
}

const presenceOf = (userId: string, online: boolean): PresenceTold => ({ userId, online });
