import { randomUUID } from 'node:crypto';
import { mkdir, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '#platform';
import type { Check, Examined } from '../check.ts';
import { bytes, type Finding, ok } from '../finding.ts';
import { looseFiles, lostBytes, waitingToGo } from './loose-files.ts';
import { missingBytes } from './missing-files.ts';

/** A backup needs about as much room as what it copies; half of that is late. */
const LITTLE = 2e9;
const NEXT_TO_NOTHING = 200e6;

/** The bytes of files: that there is room for more, and that all are there that the database names. */
export const storageCheck: Check = {
  name: 'storage',
  async examine(kring) {
    const found = [
      ...(await writable(kring.settings)),
      ...(await room(kring.settings)),
      ...(await missingBytes(kring)),
      ...(await lostBytes(kring)),
      ...(await looseFiles(kring)),
      ...(await waitingToGo(kring)),
    ];
    if (found.length > 0) return found;
    const how = kring.thorough ? 'with its size and its hash' : 'with its size';
    return [ok('storage.fine', `Every file is there, ${how}, and there is room for more.`)];
  },
};

export async function room({ KRING_DATA }: Settings): Promise<Finding[]> {
  const disk = await statfs(KRING_DATA).catch(() => null);
  if (!disk) return [];
  const free = disk.bavail * disk.bsize;
  const found: Finding[] = [];
  if (free < LITTLE)
    found.push({
      code: 'storage.disk-low',
      level: free < NEXT_TO_NOTHING ? 'failure' : 'warning',
      says: `${bytes(free)} is free where KRING_DATA is. When it is full, nothing can be stored.`,
      remedy: 'Make room, move older backups elsewhere, or enlarge the disk.',
      values: { bytes: free },
    });
  if (disk.files > 0 && disk.ffree < 10_000)
    found.push({
      code: 'storage.inodes-low',
      level: 'warning',
      says: `The disk of KRING_DATA has room for ${disk.ffree} more files only, whatever their size.`,
      remedy: 'Remove what is not needed, or make a file system with more inodes.',
      values: { files: disk.ffree },
    });
  return found;
}

/** As an upload does it: where uploads wait, and down to the disk. */
async function writable({ KRING_DATA }: Examined['settings']): Promise<Finding[]> {
  const folder = join(KRING_DATA, 'files', 'incoming');
  const path = join(folder, `doctor-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile('Kring looks whether it can write here.');
      await file.sync();
    } finally {
      await file.close();
      await rm(path, { force: true });
    }
    return [];
  } catch (error) {
    return [
      {
        code: 'storage.not-writable',
        level: 'failure',
        says: `Nothing can be written into KRING_DATA (${(error as NodeJS.ErrnoException).code}).`,
        remedy:
          'Give the user that runs Kring the right to write there; look whether the disk is full or read-only.',
      },
    ];
  }
}
