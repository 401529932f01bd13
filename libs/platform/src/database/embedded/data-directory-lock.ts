import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartupProblem } from '../../startup-problem.ts';
import { startOf } from './processes.ts';

interface Owner {
  pid: number;
  start: string | undefined;
}

/**
 * Makes this process the only Kring on a data directory. The lock file names its owner by pid and start time,
 * so a lock left by a killed process is seen as stale and taken over.
 * @returns a function that gives the lock back
 * @throws StartupProblem if a living Kring holds it
 */
export function lockDataDirectory(lockFile: string): () => void {
  mkdirSync(dirname(lockFile), { recursive: true, mode: 0o700 });
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid) } satisfies Owner);
  const draft = `${lockFile}.${process.pid}`;
  for (let attempt = 0; attempt < 5; attempt++) {
    writeFileSync(draft, mine, { mode: 0o600 });
    if (publish(draft, lockFile)) return () => release(lockFile, mine);
    const found = readOrEmpty(lockFile);
    const owner = livingOwner(found);
    if (owner) throw inUse(lockFile, owner);
    removeStale(lockFile, found);
  }
  throw inUse(lockFile, { pid: 0, start: undefined });
}

/** The process that holds the lock, if it lives. */
export function lockHolder(lockFile: string): Owner | undefined {
  return livingOwner(readOrEmpty(lockFile));
}

/** A hard link appears at once and complete, or not at all if somebody else has the name already. */
function publish(draft: string, lockFile: string): boolean {
  try {
    linkSync(draft, lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Two starters may see the same stale lock: the second must not remove the fresh lock of the first. */
function removeStale(lockFile: string, stale: string): void {
  const aside = `${lockFile}.${process.pid}.stale`;
  try {
    renameSync(lockFile, aside);
  } catch {
    return; // the other starter was first
  }
  if (readOrEmpty(aside) !== stale) publish(aside, lockFile);
  rmSync(aside, { force: true });
}

function release(lockFile: string, mine: string): void {
  if (readOrEmpty(lockFile) === mine) rmSync(lockFile, { force: true });
}

function livingOwner(content: string): Owner | undefined {
  try {
    const owner = JSON.parse(content) as Owner;
    return owner.start !== undefined && startOf(owner.pid) === owner.start ? owner : undefined;
  } catch {
    return undefined;
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function inUse(lockFile: string, owner: Owner): StartupProblem {
  return new StartupProblem(
    `Another Kring (process ${owner.pid}) is using the data directory ${dirname(lockFile)}.`,
    'Stop it first, or set KRING_DATA to another directory.',
  );
}
