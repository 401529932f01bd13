import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupState } from './system.view.ts';

/** As `kring backup` names them; the rest of one that was killed has another name. */
const NAME = /^kring-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.zst(\.age)?$/;

/** By their names: nothing is opened. Null where there is none, or the folder cannot be read. */
export async function newestBackup(data: string): Promise<BackupState | null> {
  const folder = join(data, 'backups');
  const names = await readdir(folder).catch(() => []);
  const newest = names
    .filter((name) => NAME.test(name))
    .sort()
    .at(-1);
  if (!newest) return null;
  const [, day, hour, minute, second, age] = NAME.exec(newest)!;
  const size = await stat(join(folder, newest)).catch(() => null);
  if (!size) return null;
  return {
    at: new Date(`${day}T${hour}:${minute}:${second}Z`),
    bytes: size.size,
    encrypted: age !== undefined,
  };
}
