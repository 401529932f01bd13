import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, type Request } from './http-load.ts';
import { freePort, startProgram, stopProgram } from './processes.ts';
import type { Member } from './stand.ts';

const PATIENCE_MS = 30_000;

/** The server as `npm start` runs it, in a process of its own. */
export class KringServer {
  readonly port: number;
  readonly process: ChildProcess;
  /** From the start of the process until it takes requests. */
  readonly readyAfterMs: number;

  private constructor(port: number, process: ChildProcess, readyAfterMs: number) {
    this.port = port;
    this.process = process;
    this.readyAfterMs = readyAfterMs;
  }

  static async start(run: {
    env: Record<string, string>;
    profiles?: string | undefined;
    /** Where it was before. */
    port?: number;
  }): Promise<KringServer> {
    const port = run.port ?? (await freePort());
    const began = performance.now();
    const env = { HOST: '127.0.0.1', PORT: String(port), KRING_ROLE: 'all', LOG_LEVEL: 'error', ...run.env };
    // As scripts/start.mjs starts it.
    const nodeOptions = ['--max-semi-space-size=8'];
    if (run.profiles) nodeOptions.push('--cpu-prof', `--cpu-prof-dir=${run.profiles}`);
    const child = startProgram('dist/apps/server/src/main.js', { env, nodeOptions });
    child.stdout!.resume();
    while (!(await isReady(port))) {
      if (child.exitCode !== null) throw new Error('The server did not start.');
      if (performance.now() - began > PATIENCE_MS) throw new Error('The server is not ready after 30 s.');
      await sleep(10);
    }
    return new KringServer(port, child, performance.now() - began);
  }

  /** A request of somebody who is logged in. */
  request(member: Member, path: string, body?: unknown): Request {
    const { port } = this;
    const headers = { Authorization: `Bearer ${member.token}`, Origin: `http://localhost:${port}` };
    return { port, path: `/api/v1${path}`, headers, method: body === undefined ? 'GET' : 'POST', body };
  }

  /** Memory of the process that is really in use, in MB. */
  get residentMB(): number {
    const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1_024;
  }

  stop(): Promise<void> {
    return stopProgram(this.process);
  }
}

async function isReady(port: number): Promise<boolean> {
  return ask({ port, path: '/readyz' }).then(
    () => true,
    () => false,
  );
}
