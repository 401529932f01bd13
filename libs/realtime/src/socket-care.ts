import { Injectable, Logger } from '@nestjs/common';
import { Database } from '#platform';
import { SESSIONS_ALIVE } from './access.queries.ts';
import { Connections } from './connections.ts';
import { bytesWaiting, cutOff } from './engine-socket.ts';
import { MOST_BYTES_WAITING } from './limits.ts';

const SLOW_CHECK_MS = 250;
const SESSION_CHECK_MS = 30_000;

/** Looks after open sockets: closes those that do not read, and those whose log-in has run out. */
@Injectable()
export class SocketCare {
  private readonly log = new Logger('SocketCare');
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly connections: Connections,
    private readonly database: Database,
  ) {}

  start(): void {
    this.timers = [
      setInterval(() => this.closeSlow(), SLOW_CHECK_MS).unref(),
      setInterval(
        () => this.endExpired().catch((error) => this.log.warn(error.message)),
        SESSION_CHECK_MS,
      ).unref(),
    ];
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  /** What waits for a slow reader would fill the memory. The log has it all: it comes back and resumes. */
  private closeSlow(): void {
    for (const connection of [...this.connections.all()])
      if (bytesWaiting(connection.socket.conn) > MOST_BYTES_WAITING) cutOff(connection.socket.conn);
  }

  /** Running out is no event of the log. */
  async endExpired(): Promise<void> {
    const connections = [...this.connections.all()];
    if (connections.length === 0) return;
    const ids = [...new Set(connections.map(({ viewer }) => viewer.sessionId))];
    const rows = await this.database.run<{ id: string }>(SESSIONS_ALIVE, [ids]);
    const alive = new Set(rows.map(({ id }) => id));
    for (const connection of connections) if (!alive.has(connection.viewer.sessionId)) connection.end();
  }
}
