import { createInterface } from 'node:readline';
import { io, type Socket } from 'socket.io-client';
import { backOff } from '../apps/web/src/data/realtime/back-off.ts';

/**
 * Many clients that come back by themselves as the web client does, in a process of their own. Orders on stdin, one
 * JSON a line: `{open: {port, tokens}}` opens a socket for each token; `{await: n}` answers when everybody is there
 * again and has heard `n` threads begin since the last order: how long ago the first and the last came back and were
 * caught up, and how many heard something twice, out of order, or had to load anew.
 */
const AT_ONCE = 25;
const PATIENCE_MS = 120_000;

class Client {
  heard = 0;
  disorder = 0;
  reloads = 0;
  backAt = 0;
  caughtUpAt = 0;
  private cursor: number | undefined;
  private failures = 0;
  private readonly socket: Socket;

  constructor(port: number, token: string) {
    this.socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      autoConnect: false,
      timeout: 10_000,
      extraHeaders: { authorization: `Bearer ${token}`, origin: `http://localhost:${port}` },
    });
    this.socket.on('connect', () => void this.resume());
    this.socket.on('event', ({ seq, type }: { seq: number; type: string }) => {
      if (this.cursor !== undefined && seq <= this.cursor) {
        this.disorder++;
        return;
      }
      this.cursor = seq;
      if (type === 'thread.started') this.heard++;
      this.caughtUpAt = Date.now();
    });
    this.socket.on('going-away', ({ reconnectAfterMs }) => {
      this.socket.disconnect();
      setTimeout(() => this.socket.connect(), reconnectAfterMs);
    });
    this.socket.on('connect_error', () => this.lost());
    this.socket.on('disconnect', (reason) => reason !== 'io client disconnect' && this.lost());
    this.socket.connect();
  }

  /** From now on it counts anew. */
  begin(): void {
    Object.assign(this, { heard: 0, disorder: 0, reloads: 0, backAt: 0, caughtUpAt: 0 });
  }

  private async resume(): Promise<void> {
    try {
      const answer = await this.socket.timeout(15_000).emitWithAck('resume', { cursor: this.cursor });
      if (answer.problem) throw new Error(answer.problem);
      if (answer.reload && this.cursor !== undefined) this.reloads++;
      this.cursor = answer.reload ? answer.cursor : Math.max(this.cursor ?? 0, answer.cursor);
      this.failures = 0;
      this.backAt = Date.now();
    } catch {
      this.socket.disconnect();
      this.lost();
    }
  }

  private lost(): void {
    setTimeout(() => this.socket.connect(), backOff(this.failures++));
  }
}

const clients: Client[] = [];

async function until(isSo: (client: Client) => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !clients.every(isSo); ) {
    if (Date.now() > end) return;
    await new Promise((done) => setTimeout(done, 20));
  }
}

async function open({ port, tokens }: { port: number; tokens: string[] }): Promise<object> {
  for (let start = 0; start < tokens.length; start += AT_ONCE) {
    for (const token of tokens.slice(start, start + AT_ONCE)) clients.push(new Client(port, token));
    await until(({ backAt }) => backAt > 0);
  }
  for (const client of clients) client.begin();
  return { open: clients.length };
}

async function comeBack(threads: number): Promise<object> {
  await until(({ backAt, heard }) => backAt > 0 && heard >= threads);
  const answer = {
    firstBackAt: Math.min(...clients.map(({ backAt }) => backAt)),
    lastBackAt: Math.max(...clients.map(({ backAt }) => backAt)),
    caughtUpAt: Math.max(...clients.map((client) => Math.max(client.backAt, client.caughtUpAt))),
    missing: clients.filter(({ heard }) => heard < threads).length,
    doubled: clients.filter(({ heard, disorder }) => heard > threads || disorder > 0).length,
    reloads: clients.reduce((sum, { reloads }) => sum + reloads, 0),
  };
  for (const client of clients) client.begin();
  return answer;
}

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  console.log(JSON.stringify(await (order.open ? open(order.open) : comeBack(order.await))));
}
process.exit();
