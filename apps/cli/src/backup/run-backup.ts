import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { LocalFileStore } from '#files';
import { mustReach } from '#platform';
import { type Installation, withDatabase } from '../installation.ts';
import { Refusal } from '../refusal.ts';
import { giveWay } from './give-way.ts';
import { makeBackup } from './make-backup.ts';
import { noteBackup } from './note-backup.ts';
import { backupName, removeOlder } from './older-backups.ts';
import { Progress } from './progress.ts';

interface Order {
  to?: string;
  keep?: number;
  passphrase?: string;
}

/** Makes a backup of this installation and says what it did. Its path alone goes to stdout. */
export function backUp(order: Order): Promise<void> {
  return withDatabase(async (settings) => {
    // On a busy machine the backup takes longer, not people's posts.
    giveWay();
    await mustReach(settings.DATABASE_URL);
    const folder = resolve(order.to ?? join(settings.KRING_DATA, 'backups'));
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      throw new Refusal(`The folder ${folder} cannot be made (${error.code}).`);
    });
    const path = join(folder, backupName(new Date(), order.passphrase !== undefined));
    await write(path, order, settings);
    for (const name of order.keep ? await removeOlder(folder, order.keep) : [])
      console.error(`Removed ${name}.`);
    console.log(path);
  });
}

async function write(path: string, { passphrase }: Order, settings: Installation): Promise<void> {
  const progress = new Progress();
  const { rows, files, missingFiles } = await makeBackup({
    databaseUrl: settings.DATABASE_URL,
    store: new LocalFileStore(settings),
    path,
    passphrase,
    settings,
    progress: (what, done) => progress.show(what, done),
  });
  progress.end();
  const { size: bytes } = await stat(path);
  await noteBackup(settings.DATABASE_URL, { path, bytes, encrypted: passphrase !== undefined });
  const megabytes = (bytes / 1e6).toFixed(1);
  console.error(
    `${rows.toLocaleString('en')} rows and ${files.toLocaleString('en')} files in ${megabytes} MB.`,
  );
  if (missingFiles.length > 0) console.error(`Files without content: ${missingFiles.join(', ')}`);
}
