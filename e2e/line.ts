import { once } from 'node:events';
import { createServer, type Server, Socket } from 'node:net';
import type { Random } from './random.ts';

/** Most answers are longer than that: they break off in the middle. */
const SHORT_BYTES = 3_000;

/** A bad line between browsers and a Kring: in bad weather, connections break off in mid-answer. */
export class Line {
  private readonly open = new Set<Socket>();
  private readonly server: Server;
  private readonly port: number;
  private readonly random: Random;
  private isBad = false;

  private constructor(server: Server, port: number, random: Random) {
    this.server = server;
    this.port = port;
    this.random = random;
    server.on('connection', (near: Socket) => this.join(near));
  }

  static async to(port: number, random: Random): Promise<Line> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Line(server, port, random);
  }

  get origin(): string {
    return `http://localhost:${(this.server.address() as { port: number }).port}`;
  }

  become(weather: 'bad' | 'fine'): void {
    this.isBad = weather === 'bad';
  }

  /** All at once, also those that nobody uses just now. */
  cut(): void {
    for (const socket of this.open) socket.destroy();
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(near: Socket): void {
    const far = new Socket().connect(this.port, '127.0.0.1');
    let left =
      this.isBad && this.random.isOneIn(3) ? this.random.below(SHORT_BYTES) : Number.POSITIVE_INFINITY;
    for (const socket of [near, far]) {
      this.open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        this.open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.on('data', (bytes) => {
      left -= bytes.length;
      if (left < 0) near.resetAndDestroy();
      else near.write(bytes);
    });
    far.on('end', () => near.end());
  }
}
