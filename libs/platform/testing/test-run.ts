import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPostmasterState } from '../src/database/embedded/postmaster.ts';
import { commandLineOf, isAlive } from '../src/database/embedded/processes.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/database/embedded-postgres.ts';

const PREFIX = 'kring-test-run-';

/** Where workers find the Postgres of the run. */
export const POSTGRES_URL_VARIABLE = 'KRING_TEST_POSTGRES_URL';

/** Nothing in a test database outlives the run, so nothing is forced to disk. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_connections: 300,
  shared_buffers: '128MB',
};

let directory: string | undefined;
let postgres: EmbeddedPostgres | undefined;

/** One Postgres for all workers of a Jest run, in a temporary directory that is gone afterwards, also on Ctrl-C. */
export async function beginTestRun(): Promise<void> {
  sweepKilledRuns();
  directory = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  process.once('exit', discard);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));
  const log = { info: () => undefined, warn: () => undefined, error: console.error };
  postgres = await startEmbeddedPostgres({ dataDir: directory, log, settings: SETTINGS });
  process.env[POSTGRES_URL_VARIABLE] = postgres.url;
}

export async function endTestRun(): Promise<void> {
  await postgres?.stop();
  discard();
}

/** The quick way out: nothing in there is worth a clean shutdown. */
function discard(): void {
  if (directory) discardRun(directory);
  directory = undefined;
}

function discardRun(path: string): void {
  const cluster = join(path, 'postgres');
  const server = readPostmasterState(cluster);
  if (server && commandLineOf(server.pid).includes(`postgres -D ${cluster} `)) {
    process.kill(server.pid, 'SIGQUIT');
    for (let waited = 0; isAlive(server.pid) && waited < 3_000; waited += 20) pause(20);
  }
  rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}

/** On the way out of a process only what is synchronous still happens. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** A run that was killed outright could not clean up; its process id is in the name of its directory. */
function sweepKilledRuns(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0;
    if (pid > 0 && !isAlive(pid)) discardRun(join(tmpdir(), name));
  }
}
