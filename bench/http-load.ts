import { connect, type Socket } from 'node:net';
import { median, percentile } from './rounds.ts';

const HEADERS_END = Buffer.from('\r\n\r\n');

export interface Load {
  /** Answers a second. */
  rate: number;
  p50: number;
  p99: number;
}

export interface Request {
  port: number;
  method?: 'GET' | 'POST' | 'PUT';
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/**
 * Sends requests as fast as they are answered, each on a connection of its own, and says how fast that was. Bare
 * sockets and ready-made bytes: on a small machine the generator takes what the server would need.
 * @throws when an answer is no success
 */
export async function load(requests: Request[], seconds: number): Promise<Load> {
  const until = performance.now() + seconds * 1_000;
  const began = performance.now();
  const times = (await Promise.all(requests.map((request) => repeat(request, until)))).flat();
  const took = (performance.now() - began) / 1_000;
  return { rate: times.length / took, p50: median(times), p99: percentile(times, 0.99) };
}

/** One request; answers the body. */
export async function ask(request: Request): Promise<string> {
  const wire = new Wire(request);
  try {
    return await wire.send();
  } finally {
    wire.close();
  }
}

async function repeat(request: Request, until: number): Promise<number[]> {
  const wire = new Wire(request);
  const times: number[] = [];
  try {
    for (let now = performance.now(); now < until; ) {
      await wire.send();
      const after = performance.now();
      times.push(after - now);
      now = after;
    }
  } finally {
    wire.close();
  }
  return times;
}

/** One connection on which the same request is sent again and again. */
class Wire {
  private readonly socket: Socket;
  private readonly bytes: Buffer;
  private received: Buffer = Buffer.alloc(0);
  private done: ((answer: string) => void) | undefined;
  private failed: ((error: Error) => void) | undefined;

  constructor(request: Request) {
    this.bytes = bytesOf(request);
    this.socket = connect({ port: request.port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (chunk) => this.receive(chunk));
    this.socket.on('error', (error) => this.failed?.(error));
    this.socket.on('close', () => this.failed?.(new Error('The server closed the connection.')));
  }

  send(): Promise<string> {
    return new Promise((done, failed) => {
      this.done = done;
      this.failed = failed;
      this.socket.write(this.bytes);
    });
  }

  close(): void {
    this.failed = undefined;
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const headersEnd = this.received.indexOf(HEADERS_END);
    if (headersEnd < 0) return;
    const head = this.received.toString('latin1', 0, headersEnd);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const end = headersEnd + HEADERS_END.length + length;
    if (this.received.length < end) return;
    const body = this.received.subarray(headersEnd + HEADERS_END.length, end);
    this.received = Buffer.alloc(0);
    if (/^HTTP\/1\.1 2/.test(head)) this.done?.(body.toString());
    else this.failed?.(new Error(`${head.split('\r\n')[0]}: ${body.toString().slice(0, 500)}`));
  }
}

function bytesOf({ port, method = 'GET', path, headers = {}, body }: Request): Buffer {
  const content = body === undefined ? '' : JSON.stringify(body);
  const lines = [`${method} ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (content) lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(content)}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${content}`);
}
