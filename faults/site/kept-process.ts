import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { stopProgram } from '../../bench/processes.ts';

const AGAIN_AFTER_MS = 300;
const READY_WITHIN_MS = 60_000;

/** A process that ended by itself, after it had been at work. */
export interface Ended {
  name: string;
  how: string;
  at: number;
}

/** A program that is started again whenever it ends, as a container engine does. */
export class KeptProcess {
  readonly name: string;
  /** Nobody of us ended it. */
  readonly endedByItself: Ended[] = [];
  private readonly begin: () => ChildProcess;
  private readonly isReady: () => Promise<boolean>;
  private child: ChildProcess | undefined;
  private wasReady = false;
  private killed = false;
  private stopped = false;
  private isDown = false;

  constructor(name: string, begin: () => ChildProcess, isReady: () => Promise<boolean>) {
    this.name = name;
    this.begin = begin;
    this.isReady = isReady;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  async start(): Promise<void> {
    this.isDown = false;
    this.spawn();
    await this.ready();
  }

  /** @throws when it is not ready after a minute */
  async ready(): Promise<void> {
    for (const end = Date.now() + READY_WITHIN_MS; !(await this.isReady()); await pause(50))
      if (Date.now() > end) throw new Error(`${this.name} is not ready after a minute.`);
    this.wasReady = true;
  }

  /** At once, without a chance to finish anything. It comes back by itself, unless it is kept `down`. */
  async kill({ down = false } = {}): Promise<void> {
    const { child } = this;
    this.isDown = down;
    if (!child || hasEnded(child)) return;
    this.killed = true;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  /** Bounds a resource from now on, as `prlimit` names it. */
  limit(resource: string, most: number): void {
    const { status } = spawnSync('prlimit', ['--pid', String(this.pid), `--${resource}=${most}:`]);
    if (status !== 0) throw new Error(`prlimit could not bound ${resource} of ${this.name}.`);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.thaw();
    if (this.child) await stopProgram(this.child);
  }

  private spawn(): void {
    const child = this.begin();
    this.child = child;
    this.wasReady = false;
    this.killed = false;
    child.once('exit', (code, signal) => void this.ended(signal ?? `exit code ${code}`));
  }

  private async ended(how: string): Promise<void> {
    if (this.stopped) return;
    // One that does not get to work, as its database is away, ends in order and is tried again.
    if (this.wasReady && !this.killed) this.endedByItself.push({ name: this.name, how, at: Date.now() });
    if (this.isDown) return;
    await pause(AGAIN_AFTER_MS);
    if (this.stopped) return;
    this.spawn();
    await this.ready().catch(() => undefined);
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
