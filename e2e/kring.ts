import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const SERVER = join(import.meta.dirname, '../dist/apps/server/src/main.js');
const READY_WITHIN_MS = 60_000;
const GONE_WITHIN_MS = 25_000;

/** A Kring as an organisation runs it: its own process, port and data folder. Nobody has set it up yet. */
export class Kring {
  readonly setupCode = 'a-code-for-journeys';
  readonly origin: string;
  readonly port: number;
  private readonly folder = mkdtempSync(join(tmpdir(), 'kring-e2e-'));
  private process: ChildProcess | undefined;
  private said = '';
  private removal: Promise<void> | undefined;
  private static readonly all = new Set<Kring>();

  private constructor(port: number) {
    this.port = port;
    this.origin = `http://localhost:${port}`;
    Kring.all.add(this);
  }

  /** Also one that is only starting. */
  static async removeAll(): Promise<void> {
    await Promise.all([...Kring.all].map((kring) => kring.remove()));
  }

  static async start(): Promise<Kring> {
    const kring = new Kring(await freePort());
    try {
      await kring.start();
    } catch (error) {
      await kring.remove();
      throw error;
    }
    return kring;
  }

  get setupLink(): string {
    return `${this.origin}/setup#code=${this.setupCode}`;
  }

  /** Starts it, also again after `kill` or `stop`: on the same data and the same port. */
  async start(settings: Record<string, string> = {}): Promise<void> {
    if (this.removal) throw new Error('Kring was removed');
    const env = {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(this.port),
      KRING_DATA: this.folder,
      KRING_SETUP_CODE: this.setupCode,
      REQUESTS_PER_MINUTE: '0',
      LOG_LEVEL: 'error',
      ...settings,
    };
    const child = spawn(process.execPath, ['--enable-source-maps', SERVER], { env, stdio: 'pipe' });
    this.process = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        this.said += chunk;
      });
    const until = Date.now() + READY_WITHIN_MS;
    while (!(await this.isReady())) {
      if (hasEnded(child) || Date.now() > until) throw new Error(`Kring did not start:\n${this.said}`);
      await sleep(50);
    }
  }

  /** As when the power goes: no chance to finish anything. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** In order, as an administrator stops it. */
  async stop(): Promise<void> {
    const timer = setTimeout(() => this.process?.kill('SIGKILL'), GONE_WITHIN_MS);
    await this.end('SIGTERM');
    clearTimeout(timer);
  }

  /** Stops it and leaves nothing behind, not even the database of a server that was killed. */
  remove(): Promise<void> {
    this.removal ??= this.stopAndForget().finally(() => Kring.all.delete(this));
    return this.removal;
  }

  /** What the server printed, for whoever has to find out what went wrong. */
  get log(): string {
    return this.said;
  }

  private async stopAndForget(): Promise<void> {
    await this.stop();
    const database = postmasterOf(this.folder);
    if (database) {
      process.kill(database, 'SIGQUIT');
      await sleep(1_000);
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || hasEnded(child)) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  private async isReady(): Promise<boolean> {
    return fetch(`${this.origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

function postmasterOf(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
