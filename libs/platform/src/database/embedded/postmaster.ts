import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresBinaries } from './binaries.ts';
import type { Layout } from './layout.ts';
import type { PostgresAccount } from './postgres-account.ts';
import { commandLineOf, endProcess, isAlive } from './processes.ts';

const LOG_LIMIT_BYTES = 10_000_000;

/** What the running server of a cluster says about itself in `postmaster.pid`. */
export interface PostmasterState {
  pid: number;
  port: number;
  ready: boolean;
}

export function readPostmasterState(cluster: string): PostmasterState | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** Starts the server program. It keeps its own process group, so Ctrl-C reaches Kring first and alone. */
export function spawnPostmaster(
  layout: Layout,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  settings: Record<string, string | number>,
): ChildProcess {
  if (existsSync(layout.logFile) && statSync(layout.logFile).size > LOG_LIMIT_BYTES) rmSync(layout.logFile);
  // A file, not a pipe: should Kring be killed, Postgres must not lose its place to write.
  const log = openSync(layout.logFile, 'a', 0o600);
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, ...args] = [...account.prefix, binaries.postgres, '-D', layout.cluster, ...options];
  try {
    const server = spawn(command!, args, {
      ...account.options,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    });
    server.on('error', () => undefined); // it has no pid then, which `waitUntilReady` sees
    return server;
  } finally {
    closeSync(log);
  }
}

/** @returns whether the server takes connections now; false if it ended instead. */
export async function waitUntilReady(
  layout: Layout,
  server: ChildProcess,
  onSlow: () => void,
): Promise<boolean> {
  const slowAt = Date.now() + 3_000;
  let told = false;
  while (server.pid !== undefined && server.exitCode === null && server.signalCode === null) {
    const state = readPostmasterState(layout.cluster);
    if (state?.pid === server.pid && state.ready) return true;
    if (!told && Date.now() > slowAt) {
      told = true;
      onSlow();
    }
    await sleep(10);
  }
  return false;
}

/** Lets open transactions fail and writes everything down; after 10 s less politely. */
export function stopPostmaster(pid: number): Promise<void> {
  return endProcess(pid, [
    { signal: 'SIGINT', patienceMs: 10_000 },
    { signal: 'SIGQUIT', patienceMs: 5_000 },
    { signal: 'SIGKILL', patienceMs: 5_000 },
  ]);
}

/**
 * Ends the server that a killed Kring left behind. Only to be called by the holder of the data directory's lock.
 * @returns whether there was one
 */
export async function endOrphan(cluster: string): Promise<boolean> {
  const state = readPostmasterState(cluster);
  if (!state || !(state.pid > 0) || !isAlive(state.pid)) return false;
  if (!commandLineOf(state.pid).includes(`postgres -D ${cluster} `)) {
    // The pid belongs to somebody else by now; Postgres could not tell and would refuse to start.
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return false;
  }
  await stopPostmaster(state.pid);
  return true;
}
