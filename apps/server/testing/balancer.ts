import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface Balancer {
  origin: string;
  /** What went wrong between it and a process: a client has seen it. */
  readonly failures: string[];
  /** Waits until so many are asked. */
  has(count: number): Promise<void>;
  close(): void;
}

const ASK_EVERY_MS = 100;

/**
 * Stands before several processes: asks each whether it is ready, hands requests and sockets to those that are, one after
 * the other, keeps connections for the next request, and tries nothing twice.
 */
export async function balancer(ports: number[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const failures: string[] = [];
  const ready = new Set<number>();
  const sockets = new Set<Socket>();
  let turn = 0;

  const next = (): number | undefined => {
    const able = ports.filter((port) => ready.has(port));
    return able[turn++ % Math.max(able.length, 1)];
  };

  async function look(port: number): Promise<void> {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) ready.add(port);
    else ready.delete(port);
  }
  const timer = setInterval(() => ports.map(look), ASK_EVERY_MS);

  function passRequest(from: IncomingMessage, to: ServerResponse): void {
    const fail = (why: string): void => {
      failures.push(`${from.method} ${from.url}: ${why}`);
      if (!to.headersSent) to.writeHead(502);
      to.end();
    };
    const port = next();
    if (!port) {
      fail('nobody is ready');
      return;
    }
    const { method, url: path, headers } = from;
    const asked = request({ agent, port, host: '127.0.0.1', method, path, headers }, (answer) => {
      const { connection: _, ...kept } = answer.headers;
      if (answer.statusCode! >= 500) failures.push(`${method} ${path}: ${answer.statusCode}`);
      to.writeHead(answer.statusCode!, kept);
      answer.pipe(to);
    });
    asked.once('error', (error) => fail(error.message));
    from.pipe(asked);
  }

  function passUpgrade({ method, url, rawHeaders }: IncomingMessage, client: Socket, head: Buffer): void {
    const port = next();
    if (!port) {
      client.destroy();
      return;
    }
    const target = connect(port, '127.0.0.1', () => {
      const lines = rawHeaders.flatMap((name, at) => (at % 2 ? [] : `${name}: ${rawHeaders[at + 1]}`));
      target.write(`${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      target.write(head);
      target.pipe(client).pipe(target);
    });
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        target.destroy();
      });
    }
  }

  const server = createServer(passRequest).on('upgrade', passUpgrade);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    failures,
    async has(count) {
      while (ready.size !== count) await new Promise((done) => setTimeout(done, 10));
    },
    close() {
      clearInterval(timer);
      server.close();
      server.closeAllConnections();
      agent.destroy();
      for (const socket of sockets) socket.destroy();
    },
  };
}
