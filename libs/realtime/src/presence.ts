import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import type { Connection } from './connection.ts';
import { Connections } from './connections.ts';
import type { PresenceTold } from './dto/signals.view.ts';
import { PRESENCE_UP_TO } from './limits.ts';
import { EMPLOYEES } from './rooms.ts';

/** Changing page or network for a moment is not leaving. */
const GONE_AFTER_MS = 5_000;

/** Which colleagues are there. Guests neither hear of it nor are told of. */
@Injectable()
export class Presence {
  private readonly online = new Set<string>();
  private readonly leaving = new Map<string, NodeJS.Timeout>();
  private server: Server | null = null;

  constructor(private readonly connections: Connections) {}

  through(server: Server): void {
    this.server = server;
  }

  /** A socket went live: it learns who is there, and they learn of it. */
  arrived(connection: Connection): void {
    if (connection.guest) return;
    const { userId } = connection;
    clearTimeout(this.leaving.get(userId));
    this.leaving.delete(userId);
    const isNew = !this.online.has(userId);
    this.online.add(userId);
    if (this.connections.size > PRESENCE_UP_TO) return;
    if (isNew) this.tell(userId, true);
    for (const other of this.online) connection.socket.emit('presence', presenceOf(other, true));
  }

  left({ userId }: Connection): void {
    if (this.connections.of(userId).size > 0 || !this.online.has(userId)) return;
    clearTimeout(this.leaving.get(userId));
    const timer = setTimeout(() => {
      this.leaving.delete(userId);
      this.online.delete(userId);
      if (this.connections.size <= PRESENCE_UP_TO) this.tell(userId, false);
    }, GONE_AFTER_MS);
    this.leaving.set(userId, timer.unref());
  }

  private tell(userId: string, online: boolean): void {
    this.server?.to(EMPLOYEES).emit('presence', presenceOf(userId, online));
  }
}

const presenceOf = (userId: string, online: boolean): PresenceTold => ({ userId, online });
