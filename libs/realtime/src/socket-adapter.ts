import type { IncomingMessage, ServerResponse } from 'node:http';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { Server, type ServerOptions } from 'socket.io';
import { Handshake } from './handshake.ts';
import { MOST_BYTES_A_PACKET } from './limits.ts';

type App = ConstructorParameters<typeof IoAdapter>[0] & { get(type: typeof Handshake): Handshake };

/**
 * socket.io as Kring uses it: WebSocket only, so that any process may serve any socket; nothing begins before
 * the handshake was allowed; and no recovery of connections by socket.io itself, which would bring rooms back
 * without asking again. What was missed comes from the event log.
 */
export class SocketAdapter extends IoAdapter {
  constructor(private readonly app: App) {
    super(app);
  }

  /** On the HTTP server that Kring has; the port that Nest hands over belongs to gateways with one of their own. */
  override createIOServer(): ReturnType<IoAdapter['createIOServer']> {
    const handshake = this.app.get(Handshake);
    const options: Partial<ServerOptions> = {
      path: '/socket.io',
      transports: ['websocket'],
      allowUpgrades: false,
      serveClient: false,
      cookie: false,
      perMessageDeflate: false,
      maxHttpBufferSize: MOST_BYTES_A_PACKET,
      pingInterval: 20_000,
      pingTimeout: 15_000,
      connectTimeout: 10_000,
      allowRequest: (request, answer) => {
        handshake.allow(request).then(
          (refusal) => answer(refusal, refusal === null),
          () => answer('unavailable', false),
        );
      },
    };
    const server = new Server(this.httpServer, options);
    server.engine.use(bareAnswers);
    // A session id belongs to polling; over WebSocket it would go round the handshake.
    server.engine.use(
      (request: IncomingMessage & { _query: object }, _: unknown, next: (error?: Error) => void) =>
        next('sid' in request._query ? new Error('unexpected sid') : undefined),
    );
    server.engine.on('connection', (connection) => handshake.begin(connection));
    server.use((socket, next) => void handshake.admit(socket, next));
    // Nest brings a copy of socket.io with types of its own.
    return server as never;
  }
}

/** What it answers to plain requests does not pass Fastify, which sets these for everything else. */
function bareAnswers(_: IncomingMessage, response: ServerResponse, next: () => void): void {
  response.setHeader('Content-Security-Policy', "default-src 'none';frame-ancestors 'none'");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-store');
  next();
}
