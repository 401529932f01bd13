import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Lane } from './lane.ts';

/** How the network between two programs is. */
export type Network =
  | 'fair'
  /** Every connection is reset, and nobody gets through. */
  | 'cut'
  /** Nothing arrives any more, and nobody is told: as when a cable is pulled. What was sent arrives afterwards. */
  | 'silent'
  /** One side has closed and the other does not know: it still holds what it was given. */
  | 'half-closed'
  /** Nothing arrives any more on the connections that there are, for good; new ones are fair: as when a firewall restarts. */
  | 'forgotten'
  /** What is asked arrives and is done; the connection breaks when the answer is on its way. */
  | 'answers-lost'
  /** Each piece arrives so many milliseconds later, both ways. */
  | { lateBy: number };

/** Who may be connected to; the next one is tried when one refuses. */
type Targets = () => number[];

interface Pair {
  near: Socket;
  far: Socket;
  forgotten: boolean;
}

/** Stands between two programs on this machine and is the network, good or bad. */
export class TcpProxy {
  private readonly server: Server;
  private readonly targets: Targets;
  private readonly pairs = new Set<Pair>();
  private network: Network = 'fair';
  private turn = 0;

  private constructor(server: Server, targets: Targets) {
    this.server = server;
    this.targets = targets;
    server.on('connection', (near) => this.take(near));
  }

  static async to(targets: Targets): Promise<TcpProxy> {
    const server = createServer({ allowHalfOpen: true, noDelay: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy(server, targets);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Whether a connection, by the port it arrives from, came through here. */
  carries(port: number): boolean {
    return [...this.pairs].some(({ far }) => far.localPort === port);
  }

  become(network: Network): void {
    const before = this.network;
    this.network = network;
    for (const pair of this.pairs) {
      // Who never heard that the other side went away hears it now.
      if (network === 'cut' || before === 'half-closed') breakOff(pair);
      else if (network === 'half-closed') pair.near.end();
      else if (network === 'forgotten') pair.forgotten = true;
      this.flow(pair);
    }
  }

  async close(): Promise<void> {
    for (const pair of this.pairs) breakOff(pair);
    this.server.close();
    await once(this.server, 'close');
  }

  private take(near: Socket): void {
    near.on('error', () => undefined);
    if (this.network === 'cut') near.resetAndDestroy();
    else this.reach(near, this.targets().length);
  }

  private reach(near: Socket, tries: number): void {
    const ports = this.targets();
    const far = connect({
      port: ports[this.turn++ % ports.length]!,
      host: '127.0.0.1',
      allowHalfOpen: true,
      noDelay: true,
    });
    const refused = () => (tries > 1 ? this.reach(near, tries - 1) : near.resetAndDestroy());
    far.once('error', refused);
    far.once('connect', () => {
      far.off('error', refused);
      this.join({ near, far, forgotten: false });
    });
  }

  private join(pair: Pair): void {
    this.pairs.add(pair);
    const { near, far } = pair;
    const over = () => {
      if (this.pairs.delete(pair)) breakOff(pair);
    };
    for (const socket of [near, far]) socket.on('error', over).on('close', over);
    const [there, back] = [new Lane(), new Lane()];
    near.on('data', (piece) => there.after(() => send(piece, far), this.lateBy));
    far.on('data', (piece) => {
      if (this.network === 'answers-lost') breakOff(pair);
      else if (this.network !== 'half-closed') back.after(() => send(piece, near), this.lateBy);
    });
    near.on('end', () => there.after(() => this.network !== 'half-closed' && far.end(), this.lateBy));
    far.on('end', () => back.after(() => near.end(), this.lateBy));
    this.flow(pair);
  }

  private get lateBy(): number {
    return typeof this.network === 'object' ? this.network.lateBy : 0;
  }

  private flow({ near, far, forgotten }: Pair): void {
    const isStill = forgotten || this.network === 'silent';
    for (const socket of [near, far]) isStill ? socket.pause() : socket.resume();
  }
}

function send(piece: Buffer, to: Socket): void {
  if (to.writable) to.write(piece);
}

function breakOff({ near, far }: Pair): void {
  near.resetAndDestroy();
  far.resetAndDestroy();
}
