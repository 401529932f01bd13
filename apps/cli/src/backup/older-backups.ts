import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^kring-\d{4}-\d{2}-\d{2}T\d{6}Z\.tar\.zst(\.age)?$/;

/** Sorts by time. The ending says what opens it. */
export function backupName(at: Date, encrypted: boolean): string {
  const time = at.toISOString().replace(/\.\d+/, '').replaceAll(':', '');
  return `kring-${time}.tar.zst${encrypted ? '.age' : ''}`;
}

/** Removes all but the newest. Looks at nothing that is not named like a backup. @returns the names removed */
export async function removeOlder(folder: string, keep: number): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  const old = names.slice(0, Math.max(0, names.length - keep));
  for (const name of old) await rm(join(folder, name));
  return old;
}
