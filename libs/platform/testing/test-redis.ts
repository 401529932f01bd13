import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface TestRedis {
  url: string;
  /** As a killed machine: at once, and with everything in it gone. */
  kill(): Promise<void>;
  /** On the same address. */
  startAgain(): Promise<void>;
}

/** A Redis of its own for one spec, in memory only. */
export async function testRedis(): Promise<TestRedis> {
  const port = await freePort();
  let server = await start(port);
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
    },
    startAgain: async () => {
      server = await start(port);
    },
  };
}

async function start(port: number) {
  const program = process.env.REDIS_PATH ?? '/usr/bin/redis-server';
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--loglevel',
    'warning',
  ];
  const server = spawn(program, args, { stdio: 'ignore' });
  await once(server, 'spawn');
  process.once('exit', () => server.kill('SIGKILL'));
  while (!(await answers(port))) await pause(10);
  return server;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  }).finally(() => socket.destroy()) as Promise<boolean>;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const socket = createServer().listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as { port: number };
      socket.close(() => resolve(port));
    });
  });
}
