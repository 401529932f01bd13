import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { majorVersion, type PostgresBinaries } from './binaries.ts';
import { damaged, explain, notWritable, otherVersion } from './diagnosis.ts';
import { DATABASE_NAME, type Layout } from './layout.ts';
import type { PostgresAccount } from './postgres-account.ts';

/**
 * Makes sure that a cluster of our version lies in the data directory, made on first use.
 * @returns the password of its only role
 */
export async function prepareCluster(
  layout: Layout,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  onFirstUse: () => void,
): Promise<string> {
  makeReachable(layout, account);
  if (isUnused(layout.cluster)) {
    onFirstUse();
    createCluster(layout, binaries, account);
  }
  await checkVersion(layout, binaries);
  handOver(layout.cluster, account);
  try {
    return readFileSync(layout.passwordFile, 'utf8').trim();
  } catch {
    throw damaged(layout, `${layout.passwordFile} is missing`);
  }
}

function makeReachable(layout: Layout, account: PostgresAccount): void {
  try {
    mkdirSync(layout.dataDir, { recursive: true, mode: 0o700 });
    accessSync(layout.dataDir, constants.W_OK | constants.X_OK);
    if (account.options.uid) chmodSync(layout.dataDir, 0o711);
  } catch (error) {
    throw notWritable(layout, (error as NodeJS.ErrnoException).code ?? '');
  }
}

function isUnused(cluster: string): boolean {
  return !existsSync(cluster) || readdirSync(cluster).length === 0;
}

async function checkVersion(layout: Layout, binaries: PostgresBinaries): Promise<void> {
  const versionFile = join(layout.cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) throw damaged(layout, 'PG_VERSION is missing');
  const [found, expected] = [readFileSync(versionFile, 'utf8').trim(), await majorVersion(binaries)];
  if (!/^\d+/.test(found)) throw damaged(layout, 'PG_VERSION is not readable');
  if (found !== expected) throw otherVersion(layout, found, expected);
}

function createCluster(layout: Layout, binaries: PostgresBinaries, account: PostgresAccount): void {
  const { unfinishedCluster, passwordFile } = layout;
  try {
    rmSync(unfinishedCluster, { recursive: true, force: true });
    mkdirSync(unfinishedCluster, { mode: 0o700 });
    writeFileSync(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    for (const path of [unfinishedCluster, passwordFile]) own(path, account, chownSync);
  } catch (error) {
    throw explain(layout, (error as Error).message);
  }
  const made = initialise(layout, binaries, account);
  if (made.status !== 0) {
    rmSync(unfinishedCluster, { recursive: true, force: true });
    throw explain(layout, made.error?.message ?? made.stderr);
  }
  renameSync(unfinishedCluster, layout.cluster);
}

function initialise(
  layout: Layout,
  binaries: PostgresBinaries,
  account: PostgresAccount,
): SpawnSyncReturns<string> {
  // Sorting and case come from Postgres itself, the same on every machine. Only the parser of full text search
  // asks the C library what a letter is; with plain "C" it would take every quote and dash for one.
  const letters = process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8';
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = [`--username=${DATABASE_NAME}`, '--auth=scram-sha-256', `--pwfile=${layout.passwordFile}`];
  const made = run(account, binaries.initdb, [
    ...['-D', layout.unfinishedCluster, ...locale, `--lc-ctype=${letters}`, ...access, '--no-instructions'],
  ]);
  if (made.status !== 0) return made;
  return run(
    account,
    binaries.postgres,
    ['--single', '-D', layout.unfinishedCluster, 'template1'],
    `CREATE DATABASE ${DATABASE_NAME};\n`,
  );
}

function run(
  account: PostgresAccount,
  program: string,
  args: string[],
  input?: string,
): SpawnSyncReturns<string> {
  const [command, ...rest] = [...account.prefix, program, ...args];
  return spawnSync(command!, rest, { ...account.options, input, encoding: 'utf8', cwd: '/' });
}

/** Kring may have run as somebody else before: Postgres wants its files to be its own. */
function handOver(cluster: string, account: PostgresAccount): void {
  if (process.geteuid?.() !== 0 || statSync(cluster).uid === account.owner.uid) return;
  own(cluster, account, lchownSync);
  for (const path of readdirSync(cluster, { recursive: true, encoding: 'utf8' }))
    own(join(cluster, path), account, lchownSync);
}

function own(path: string, { owner }: PostgresAccount, change: typeof chownSync): void {
  if (process.geteuid?.() === 0) change(path, owner.uid, owner.gid);
}
