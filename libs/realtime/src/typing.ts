import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import { notFound, Signals } from '#platform';
import { People } from '#users';
import type { Connection } from './connection.ts';
import type { TypingTold } from './dto/signals.view.ts';
import { watchersOf } from './rooms.ts';

const AT_MOST_EVERY_MS = 1_500;

/** "Sanne is typing": told to whoever has the thread open, and stored nowhere. */
@Injectable()
export class Typing {
  private readonly last = new WeakMap<Connection, { threadId: string; at: number }>();

  private server: Server | null = null;

  constructor(
    private readonly people: People,
    private readonly signals: Signals,
  ) {
    signals.on<TypingTold>('typing', (told) =>
      this.server?.to(watchersOf(told.threadId)).emit('typing', told),
    );
  }

  through(server: Server): void {
    this.server = server;
  }

  /** @throws Problem not-found unless this socket watches the thread, which says that it may read it */
  async tell(connection: Connection, threadId: string): Promise<void> {
    if (!connection.live || !connection.watchesThread(threadId)) throw notFound();
    const now = performance.now();
    const last = this.last.get(connection);
    if (last?.threadId === threadId && now - last.at < AT_MOST_EVERY_MS) return;
    this.last.set(connection, { threadId, at: now });
    const { userId } = connection;
    const name = (await this.people.chips([userId])).get(userId)?.name;
    // Access may have ended while we asked.
    if (name === undefined || !connection.live || !connection.watchesThread(threadId)) return;
    const told: TypingTold = { threadId, userId, name };
    connection.socket.to(watchersOf(threadId)).emit('typing', told);
    this.signals.tell('typing', told);
  }
}
