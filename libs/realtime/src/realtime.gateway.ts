import { setTimeout as pause } from 'node:timers/promises';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import type { Viewer } from '#access';
import { Commands } from './commands.ts';
import { Connection } from './connection.ts';
import { Connections } from './connections.ts';
import { Delivery } from './delivery.ts';
import { Handshake } from './handshake.ts';
import { Presence } from './presence.ts';
import { SocketCare } from './socket-care.ts';
import { Typing } from './typing.ts';

/** Clients come back spread over so long, so that the next process is not run over. */
const COME_BACK_WITHIN_MS = 20_000;
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
    for (const { socket } of this.connections.all())
      socket.emit('going-away', { reconnectAfterMs: Math.floor(Math.random() * COME_BACK_WITHIN_MS) });
    if (this.connections.size > 0) await pause(FAREWELL_MS);
    this.server?.engine.close();
  }

  private async hear(connection: Connection, packet: unknown[]): Promise<void> {
    const wasLive = connection.live;
    await this.commands.hear(connection, packet);
    if (!wasLive && connection.live) this.presence.arrived(connection);
  }
}
