import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from '../src/database/embedded/binaries.ts';
import { layoutOf } from '../src/database/embedded/layout.ts';
import { postgresAccount } from '../src/database/embedded/postgres-account.ts';
import { readPostmasterState, spawnPostmaster, stopPostmaster } from '../src/database/embedded/postmaster.ts';
import { startEmbeddedPostgres } from '../src/database/embedded-postgres.ts';

export interface TestReplica {
  url: string;
  /** Runs a statement there, such as `SELECT pg_wal_replay_pause()`. */
  query(text: string): Promise<pg.QueryResult>;
  kill(): Promise<void>;
  /** On the same address. */
  startAgain(): Promise<void>;
}

export interface TestPrimary {
  url: string;
  /** A copy that streams from it. */
  replica(settings?: Record<string, string | number>): Promise<TestReplica>;
  /** As by a crash of the machine: nothing is written down, all connections are gone. Then it is back. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const QUICK = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off', shared_buffers: '64MB' };
/** What a copy must not have of the original. */
const NOT_COPIED = /\/postgres\/(postmaster\.(pid|opts)|pg_wal\/.+|pg_replslot\/.+|pg_stat_tmp\/.+)$/;

/** A Postgres of its own that others can follow: the one of the test run writes too little for that. */
export async function testPrimary(): Promise<TestPrimary> {
  const folder = mkdtempSync(join(tmpdir(), 'kring-primary-'));
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const primary = await startEmbeddedPostgres({ dataDir: join(folder, 'primary'), log, settings: QUICK });
  const replicas: TestReplica[] = [];
  return {
    url: primary.url,
    async replica(settings = {}) {
      const dataDir = join(folder, `replica-${replicas.length}`);
      await copyCluster(primary.url, join(folder, 'primary'), dataDir);
      const replica = await startReplica(primary.url, dataDir, { ...QUICK, ...settings });
      replicas.push(replica);
      return replica;
    },
    async restart() {
      const { cluster } = layoutOf(join(folder, 'primary'));
      const before = readPostmasterState(cluster)!;
      process.kill(before.pid, 'SIGQUIT');
      for (let now = readPostmasterState(cluster); now?.pid === before.pid || !now?.ready; ) {
        await pause(20);
        now = readPostmasterState(cluster);
      }
    },
    async stop() {
      for (const replica of replicas) await replica.kill();
      await primary.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The way of pg_basebackup, which npm does not bring: files, between two marks. */
async function copyCluster(primaryUrl: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: primaryUrl });
  await client.connect();
  try {
    await client.query(`SELECT pg_backup_start('replica', true)`);
    mkdirSync(to, { recursive: true, mode: 0o700 });
    cpSync(from, to, { recursive: true, filter: (path) => !NOT_COPIED.test(path) });
    const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop(false)');
    const { cluster } = layoutOf(to);
    writeFileSync(join(cluster, 'backup_label'), rows[0].labelfile);
    writeFileSync(join(cluster, 'standby.signal'), '');
    appendFileSync(join(cluster, 'postgresql.auto.conf'), `\nprimary_conninfo = '${primaryUrl}'\n`);
  } finally {
    await client.end();
  }
}

async function startReplica(
  primaryUrl: string,
  dataDir: string,
  settings: Record<string, string | number>,
): Promise<TestReplica> {
  const layout = layoutOf(dataDir);
  const [binaries, account, port] = [await findBinaries(), postgresAccount(), await freePort()];
  const address = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 200, port };
  const url = Object.assign(new URL(primaryUrl), { port: String(port) }).href;
  const query = async (text: string) => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    return client.query(text).finally(() => client.end());
  };
  let server: ChildProcess;
  async function start(): Promise<void> {
    server = spawnPostmaster(layout, binaries, account, { ...address, ...settings });
    const end = Date.now() + 20_000;
    while (!(await query('SELECT 1').catch(() => null))) {
      if (Date.now() > end || server.exitCode !== null) throw new Error(`see ${layout.logFile}`);
      await pause(25);
    }
  }
  await start();
  return {
    url,
    query,
    async kill() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, 'exit');
      await stopPostmaster(server.pid!);
      await gone;
    },
    startAgain: start,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const socket = createServer().listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as { port: number };
      socket.close(() => resolve(port));
    });
  });
}
