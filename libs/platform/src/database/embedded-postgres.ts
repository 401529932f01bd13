import { closeSync, mkdirSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupProblem } from '../startup-problem.ts';
import { findBinaries } from './embedded/binaries.ts';
import { prepareCluster } from './embedded/cluster.ts';
import { lockDataDirectory, lockHolder } from './embedded/data-directory-lock.ts';
import { explain, notWritable } from './embedded/diagnosis.ts';
import { keepRunning, type RunningServer } from './embedded/keep-running.ts';
import { databaseUrl, type Layout, layoutOf } from './embedded/layout.ts';
import { postgresAccount } from './embedded/postgres-account.ts';
import {
  endOrphan,
  readPostmasterState,
  spawnPostmaster,
  stopPostmaster,
  waitUntilReady,
} from './embedded/postmaster.ts';

export interface EmbeddedPostgresOptions {
  /** Kring's data directory, made if missing. The cluster lies in `postgres/` in it. */
  dataDir: string;
  /** A free one by default. Only loopback is listened to. */
  port?: number;
  log: { info(message: string): void; warn(message: string): void; error(message: string): void };
  /** Server settings over our own, such as `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string | number>;
  /** Told when a server that ended by itself cannot be started again. Until then it is, at the same address. */
  onLost?(problem: Error): void;
}

export interface EmbeddedPostgres {
  url: string;
  /** Waits until everything is written down and the server is gone; then gives the data directory back. */
  stop(): Promise<void>;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_connections: 200,
  // Failed statements are told to the program that sent them; what people wrote does not belong in a log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/**
 * Starts the Postgres that npm installed on the cluster in `dataDir`; makes the cluster on first use. A server
 * that a killed Kring left behind is ended first.
 * @throws StartupProblem if the data directory is in use, damaged, of another version, full or not writable
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const layout = layoutOf(realDirectory(options.dataDir));
  const unlock = lock(layout);
  try {
    const { url, port, ...server } = await startLocked(layout, options);
    const again = () => startLocked(layout, { ...options, port });
    const kept = keepRunning(server, again, {
      onEnd: () =>
        options.log.error(`The database server ended and is started again; see ${layout.logFile}.`),
      onLost: (problem) => options.onLost?.(problem),
    });
    let stopping: Promise<void> | undefined;
    return {
      url,
      stop: () => {
        stopping ??= kept.stop().finally(unlock);
        return stopping;
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The database that a running Kring keeps on this data directory, for tools that want to join it. */
export function findRunningPostgres(dataDir: string): { url: string } | undefined {
  const layout = layoutOf(dataDir);
  const state = readPostmasterState(layout.cluster);
  if (!state?.ready || !lockHolder(layout.lockFile)) return undefined;
  return { url: databaseUrl(readFileSync(layout.passwordFile, 'utf8').trim(), state.port) };
}

interface Started extends RunningServer {
  url: string;
  port: number;
}

async function startLocked(layout: Layout, options: EmbeddedPostgresOptions): Promise<Started> {
  const { log } = options;
  const [binaries, account] = [await findBinaries(), postgresAccount()];
  const password = await prepareCluster(layout, binaries, account, () => log.info('Making a new database.'));
  if (await endOrphan(layout.cluster)) log.warn('Ended the database server of a Kring that was killed.');

  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const logStart = sizeOf(layout.logFile);
    const server = spawnPostmaster(layout, binaries, account, { ...SETTINGS, ...options.settings, port });
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    const ready = await waitUntilReady(layout, server, () =>
      log.info('The database is recovering; please wait.'),
    );
    if (ready) {
      server.unref();
      return { url: databaseUrl(password, port), port, ended, stop: () => stopPostmaster(server.pid!) };
    }
    const said = textFrom(layout.logFile, logStart);
    if (attempt === 5 || !passes(said, options.port)) throw explainFailure(layout, said, options.port);
    await sleep(200);
  }
}

/** Failures that are over in a moment: somebody took the port we found, or an orphan's last process is ending. */
function passes(said: string, fixedPort: number | undefined): boolean {
  if (/Address already in use|could not create any TCP/.test(said)) return fixedPort === undefined;
  return /shared memory block/.test(said);
}

function explainFailure(layout: Layout, said: string, port: number | undefined): StartupProblem {
  if (!/Address already in use/.test(said)) return explain(layout, said);
  return new StartupProblem(`Port ${port} for the built-in database is taken.`, 'Choose another port.');
}

function realDirectory(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return realpathSync(dataDir);
  } catch (error) {
    throw notWritable(layoutOf(dataDir), (error as NodeJS.ErrnoException).code ?? '');
  }
}

function lock(layout: Layout): () => void {
  try {
    return lockDataDirectory(layout.lockFile);
  } catch (error) {
    throw error instanceof StartupProblem ? error : explain(layout, (error as Error).message);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function textFrom(path: string, start: number): string {
  const length = Math.max(sizeOf(path) - start, 0);
  const buffer = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    readSync(file, buffer, 0, length, start);
    return buffer.toString();
  } finally {
    closeSync(file);
  }
}
