import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** No backup takes that long: whoever was writing it was killed. */
const DEAD_AFTER_MS = 24 * 3_600_000;
const NAME = /^kring-\d{4}-\d{2}-\d{2}T\d{6}Z\.tar\.zst(\.age)?$/;

/** Sorts by time. The ending says what opens it. */
export function backupName(at: Date, encrypted: boolean): string {
  const time = at.toISOString().replace(/\.\d+/, '').replaceAll(':', '');
  return `kring-${time}.tar.zst${encrypted ? '.age' : ''}`;
}

/**
 * Removes all but the newest, and what a killed backup left. Looks at nothing that is not named like a backup.
 * @returns the names removed
 */
export async function removeOlder(folder: string, keep: number): Promise<string[]> {
  const all = await readdir(folder);
  const names = all.filter((name) => NAME.test(name)).sort();
  const old = names.slice(0, Math.max(0, names.length - keep));
  for (const name of all.filter(isPartial)) if (await isDead(join(folder, name))) old.push(name);
  for (const name of old) await rm(join(folder, name));
  return old;
}

const isPartial = (name: string): boolean =>
  name.endsWith('.partial') && NAME.test(name.slice(0, -'.partial'.length));

async function isDead(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path);
  return Date.now() - mtimeMs > DEAD_AFTER_MS;
}
