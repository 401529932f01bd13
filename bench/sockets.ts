import { createInterface } from 'node:readline';
import { io, type Socket } from 'socket.io-client';
import { ask, type Request } from './http-load.ts';

/**
 * Many clients in a process of their own. Orders on stdin, one JSON a line:
 * `{open: {port, tokens}}` opens a socket for each token; `{tell: request}` sends that request and answers how long
 * it took until every socket had an event, and what the last one got.
 */
const AT_ONCE = 25;
const PATIENCE_MS = 20_000;
const sockets: Socket[] = [];
let heard: ((event: unknown) => void) | undefined;

async function open({ port, tokens }: { port: number; tokens: string[] }): Promise<object> {
  for (const socket of sockets.splice(0)) socket.disconnect();
  for (let start = 0; start < tokens.length; start += AT_ONCE)
    await Promise.all(tokens.slice(start, start + AT_ONCE).map((token) => openOne(port, token)));
  return { open: sockets.length };
}

async function openOne(port: number, token: string): Promise<void> {
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { authorization: `Bearer ${token}`, origin: `http://localhost:${port}` },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  socket.on('event', (event) => heard?.(event));
  await socket.timeout(PATIENCE_MS).emitWithAck('resume', {});
  sockets.push(socket);
}

async function tell(request: Request): Promise<object> {
  let left = sockets.length;
  const everybody = new Promise<unknown>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${left} sockets heard nothing.`)), PATIENCE_MS);
    heard = (event) => {
      if ((event as { type?: string }).type !== 'thread.started' || --left > 0) return;
      clearTimeout(timer);
      resolve(event);
    };
  });
  const began = performance.now();
  const [event] = await Promise.all([
    everybody.then((last) => [last, performance.now()] as const),
    ask(request),
  ]);
  return { ms: event[1] - began, event: event[0] };
}

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  const answer = order.open ? await open(order.open) : await tell(order.tell);
  console.log(JSON.stringify(answer));
}
for (const socket of sockets) socket.disconnect();
