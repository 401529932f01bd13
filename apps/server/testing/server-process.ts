import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../../..');

/** A real server process, from the compiled sources, as it runs in earnest. */
export class ServerProcess {
  private readonly child: ChildProcess;
  private said = '';

  constructor(
    readonly port: number,
    environment: Record<string, string>,
    private readonly folder = mkdtempSync(join(tmpdir(), 'kring-process-')),
  ) {
    this.child = spawn(process.execPath, ['dist/apps/server/src/main.js'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        KRING_DATA: folder,
        PORT: String(port),
        KRING_SETUP_CODE: 'a-code-for-tests',
        REQUESTS_PER_MINUTE: '0',
        LOG_LEVEL: 'fatal',
        ...environment,
      },
    });
    this.child.stderr!.on('data', (text) => {
      this.said += text;
    });
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** What it wrote to its standard error. */
  get complaint(): string {
    return this.said;
  }

  async ready(): Promise<this> {
    const isReady = () =>
      fetch(`${this.origin}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
    while (!(await isReady())) {
      if (this.child.exitCode !== null) throw new Error(`the server does not start: ${this.said}`);
      await pause(25);
    }
    return this;
  }

  /** Answers its exit code. */
  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    rmSync(this.folder, { recursive: true, force: true });
    return this.child.exitCode;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended();
  }
}

/** Brings dist/ up to date, where it is not. */
export function compileServer(): void {
  const compile = `import('./scripts/compile.mjs').then(({ compileServer }) => compileServer())`;
  execFileSync(process.execPath, ['-e', compile], { cwd: ROOT, stdio: 'inherit' });
}
