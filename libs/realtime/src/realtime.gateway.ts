import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import type { Viewer } from '#access';
import { Settings } from '#platform';
import { Commands } from './commands.ts';
import { Connection } from './connection.ts';
import { Connections } from './connections.ts';
import { Delivery } from './delivery.ts';
import { cutOff } from './engine-socket.ts';
import { Handshake } from './handshake.ts';
import { Presence } from './presence.ts';
import { SocketCare } from './socket-care.ts';
import { Typing } from './typing.ts';

/** Clients come back spread over so long, so that the next process is not run over. */
const COME_BACK_WITHIN_MS = 20_000;
/** Who is the only process is away so long when it is started again: whoever came sooner would be refused. */
const BACK_AGAIN_MS = 5_000;
/** Time for the farewell to leave. */
const FAREWELL_MS = 300;

/** Where a socket's life begins and ends. What it may say stands in `commands.ts`. */
@WebSocketGateway()
export class RealtimeGateway
  implements OnGatewayInit<Server>, OnGatewayConnection<Socket>, BeforeApplicationShutdown
{
  private server: Server | null = null;

  constructor(
    private readonly handshake: Handshake,
    private readonly connections: Connections,
    private readonly commands: Commands,
    private readonly delivery: Delivery,
    private readonly presence: Presence,
    private readonly typing: Typing,
    private readonly care: SocketCare,
    private readonly settings: Settings,
  ) {}

  afterInit(server: Server): void {
    this.server = server;
    this.delivery.through(server);
    this.presence.through(server);
    this.typing.through(server);
    this.care.start();
  }

  handleConnection(socket: Socket): void {
    const connection = new Connection(socket, socket.data.viewer as Viewer);
    this.connections.add(connection);
    socket.on('disconnect', () => {
      connection.live = false;
      this.connections.remove(connection);
      this.presence.left(connection);
    });
    // Never `next`: no listener is looked up by a name that a client made.
    socket.use((packet) => void this.hear(connection, packet));
  }

  /** Says good-bye before the server stops listening, and lets nobody in. */
  async beforeApplicationShutdown(): Promise<void> {
    this.handshake.close();
    this.care.stop();
    const least = this.settings.KRING_ROLE === 'all' ? BACK_AGAIN_MS : 0;
    for (const { socket } of this.connections.all())
      socket.emit('going-away', { reconnectAfterMs: randomInt(least, COME_BACK_WITHIN_MS) });
    if (this.connections.size > 0) await pause(FAREWELL_MS);
    await this.hangUp();
  }

  /** Whoever does not answer the good-bye would be waited for half a minute; some never said who they are. */
  private async hangUp(): Promise<void> {
    // For engine.io they are gone as soon as it said good-bye.
    const open = [...this.handshake.connections];
    this.server?.engine.close();
    if (open.length > 0) await pause(FAREWELL_MS);
    for (const connection of open) cutOff(connection);
  }

  private async hear(connection: Connection, packet: unknown[]): Promise<void> {
    const wasLive = connection.live;
    await this.commands.hear(connection, packet);
    if (!wasLive && connection.live) this.presence.arrived(connection);
  }
}
