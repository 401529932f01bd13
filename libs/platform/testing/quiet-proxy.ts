import { connect, createServer, type Socket } from 'node:net';

export interface QuietProxy {
  url: string;
  /** From now on nothing passes, and no connection ends: as a machine that is frozen, or a cut cable. */
  fallSilent(): void;
  close(): void;
}

/** Passes everything on to the server of `url`, until it does not. */
export async function quietProxy(url: string): Promise<QuietProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let isSilent = false;
  const server = createServer((client) => {
    const target = connect(Number(port), hostname);
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => isSilent || to.write(data));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        if (!isSilent) to.destroy();
      });
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address() as { port: number };
  return {
    url: Object.assign(new URL(url), { port: String(address.port) }).href,
    fallSilent: () => {
      isSilent = true;
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
