import { connect, createServer, type Socket } from 'node:net';

export interface QuietProxy {
  url: string;
  /** From now on nothing passes, and no connection ends: as a machine that is frozen, or a cut cable. */
  fallSilent(): void;
  /** Only those connections that there are: as a firewall that was restarted and knows them no more. */
  forgetConnections(): void;
  /** Those that there are end on this side, and the server is not told: it goes on with what it was asked. */
  dropClients(): void;
  close(): void;
}

/** Passes everything on to the server of `url`, until it does not. */
export async function quietProxy(url: string): Promise<QuietProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const forgotten = new Set<Socket>();
  const clients = new Set<Socket>();
  let isSilent = false;
  const server = createServer((client) => {
    const target = connect(Number(port), hostname);
    clients.add(client);
    client.on('close', () => clients.delete(client));
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => isSilent || forgotten.has(from) || to.write(data));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        if (!isSilent && !forgotten.has(from)) to.destroy();
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
    forgetConnections() {
      for (const socket of sockets) forgotten.add(socket);
    },
    dropClients() {
      for (const socket of sockets) forgotten.add(socket);
      for (const client of clients) client.destroy();
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
