import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from '../../bench/processes.ts';
import { KeptProcess } from './kept-process.ts';

/** Nothing in it has to survive. */
export class Redis extends KeptProcess {
  readonly url: URL;

  private constructor(port: number) {
    const program = process.env.REDIS_PATH ?? 'redis-server';
    const args = `--port ${port} --bind 127.0.0.1 --save  --appendonly no --loglevel warning`.split(' ');
    super(
      'redis',
      () => spawn(program, args, { stdio: 'ignore' }),
      () => takesConnections(port),
    );
    this.url = new URL(`redis://127.0.0.1:${port}`);
  }

  static async start(): Promise<Redis> {
    const redis = new Redis(await freePort());
    await redis.start();
    return redis;
  }
}

async function takesConnections(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
