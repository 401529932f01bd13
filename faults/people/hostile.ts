import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Colleague } from './colleague.ts';

const PATIENCE_MS = 1_500;

/** Bytes that no client of ours sends, to the bare port. */
const BARE = [
  'GET /api/v1/feeds/home HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nX',
  `GET /${'a'.repeat(70_000)} HTTP/1.1\r\n\r\n`,
  'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 999999\r\n\r\n{',
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: !\r\n\r\n',
  '\x00\x16\x03\x01\xff\xff'.repeat(400),
];

/** Requests that make no sense, by somebody who is logged in. */
const BODIES: ReadonlyArray<[method: string, path: string, type: string, body: string]> = [
  ['POST', '/communities', 'application/json', '['.repeat(50_000)],
  ['POST', '/communities', 'application/json', '{"__proto__":{"isAdmin":true},"name":'],
  ['PATCH', '/users/me', 'application/json', `{"name":"${'\\u0000'.repeat(5_000)}"}`],
  [
    'POST',
    '/files',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name=""; filename=""\r\n\r\n',
  ],
  ['POST', '/files', 'multipart/form-data; boundary=x', `--x\r\n${'a: b\r\n'.repeat(5_000)}`],
  ['POST', '/files', 'multipart/form-data', ''],
  ['PUT', '/posts/%00/reactions/%F0%9F%98', 'application/json', '{}'],
  ['GET', `/search?q=${'%25'.repeat(2_000)}&cursor=e30`, 'text/plain', ''],
];

/** Packets over a socket that was let in. */
const PACKETS = [
  '42["resume",{"cursor":-1}]',
  '42["resume",{"cursor":1e400,"watch":[{}]}]',
  '421["resume",{"cursor":9007199254740991}]',
  '42["__proto__",{"isAdmin":true}]',
  '451000000-["resume"]',
  '43[]',
  '42[',
  '40/admin,',
  '4',
  '9',
  `42["typing",{"threadId":"${'x'.repeat(90_000)}"}]`,
];

/** Sends a process everything that might end one. Whatever is answered is right, as long as it lives. */
export async function attack(port: number, origin: string, by: Colleague): Promise<void> {
  const headers = by.headersFor(origin);
  await Promise.all([
    ...BARE.map((bytes) => sendBare(port, bytes)),
    ...BODIES.map(([method, path, type, body]) =>
      fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
        method,
        headers: { ...headers, 'content-type': type },
        ...(method !== 'GET' && { body }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
        .then((answer) => answer.arrayBuffer())
        .catch(() => undefined),
    ),
    sendHalfAFile(port, headers),
    ...PACKETS.map((packet) => sendPacket(port, headers, packet)),
  ]);
}

async function sendBare(port: number, bytes: string): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(bytes, 'latin1');
  await Promise.race([once(socket, 'close').catch(() => undefined), pause(PATIENCE_MS)]);
  socket.destroy();
}

async function sendHalfAFile(port: number, headers: Record<string, string>): Promise<void> {
  const lines = Object.entries({
    host: 'x',
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': '1000000',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf';
  await sendBare(port, `POST /api/v1/files HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${part}`);
}

async function sendPacket(port: number, headers: Record<string, string>, packet: string): Promise<void> {
  const url = `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { headers } as never);
  socket.onopen = () => {
    socket.send('40');
    setTimeout(() => socket.readyState === WebSocket.OPEN && socket.send(packet), 300);
  };
  socket.onerror = () => undefined;
  await pause(PATIENCE_MS);
  socket.close();
}
