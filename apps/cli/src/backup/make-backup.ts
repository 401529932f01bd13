import { rename, rm } from 'node:fs/promises';
import type { FileStore } from '#files';
import { KRING_VERSION, type Settings } from '#platform';
import { ArchiveWriter } from '../archive/archive-writer.ts';
import {
  CHECKSUMS,
  type Checksums,
  FORMAT,
  fileEntry,
  MANIFEST,
  type Manifest,
  pieceName,
  SETTINGS,
  type TableShape,
} from '../archive/contents.ts';
import { Refusal } from '../refusal.ts';
import { settingsFile } from './settings-file.ts';
import { Snapshot } from './snapshot.ts';

export interface BackupOrder {
  databaseUrl: string;
  store: FileStore;
  /** Of the archive; nothing stands there under this name until it is complete. */
  path: string;
  /** Without one nothing is encrypted, and settings and secrets are left out. */
  passphrase?: string;
  settings: Settings;
  /** @param done a share between 0 and 1 of the tables */
  progress(what: string, done: number): void;
}

export interface BackupResult {
  rows: number;
  files: number;
  missingFiles: string[];
}

/** Copies an installation into one archive while it is in use. */
export async function makeBackup(order: BackupOrder): Promise<BackupResult> {
  const partial = `${order.path}.partial`;
  await rm(partial, { force: true });
  const snapshot = await Snapshot.take(order.databaseUrl);
  const archive = new ArchiveWriter(partial, order.passphrase);
  try {
    const result = await fill(archive, snapshot, order);
    await archive.finish();
    await rename(partial, order.path);
    return result;
  } catch (error) {
    await archive.abandon();
    await rm(partial, { force: true });
    throw inWords(error, order.path);
  } finally {
    await snapshot.release();
  }
}

async function fill(archive: ArchiveWriter, snapshot: Snapshot, order: BackupOrder): Promise<BackupResult> {
  const { size, ...facts } = await snapshot.facts();
  const all = await snapshot.tables();
  const tables = order.passphrase ? all : all.filter(({ name }) => name !== 'secrets');
  const manifest: Manifest = {
    format: FORMAT,
    version: KRING_VERSION,
    ...facts,
    tables,
    sequences: await snapshot.sequences(),
  };
  await archive.add(MANIFEST, json(manifest));
  const rows: Checksums['rows'] = {};
  let copied = 0;
  for (const table of tables)
    rows[table.name] = await addTable(archive, snapshot, table, (bytes) => {
      copied += bytes;
      order.progress(table.name, Math.min(1, copied / size));
    });
  const { files, missingFiles } = await addFiles(archive, snapshot, order);
  if (order.passphrase) await archive.add(SETTINGS, Buffer.from(settingsFile(order.settings)));
  await archive.add(CHECKSUMS, json({ entries: archive.checksums, rows, missingFiles } satisfies Checksums));
  return { rows: Object.values(rows).reduce((sum, count) => sum + count, 0), files, missingFiles };
}

async function addTable(
  archive: ArchiveWriter,
  snapshot: Snapshot,
  table: TableShape,
  progress: (bytes: number) => void,
): Promise<number> {
  const pieces = snapshot.copy(table);
  for (let piece = 1; ; piece++) {
    const { value, done } = await pieces.next();
    if (done) return value;
    await archive.add(pieceName(table.name, piece), value);
    progress(value.length);
  }
}

/** After the tables: bytes are never changed, so whatever the snapshot names is there, unless it was removed since. */
async function addFiles(archive: ArchiveWriter, snapshot: Snapshot, { store, progress }: BackupOrder) {
  const missingFiles: string[] = [];
  let files = 0;
  for await (const { id, size } of snapshot.files()) {
    const content = await store.open(id);
    if (content) await archive.addStream(fileEntry(id), size, content);
    else missingFiles.push(id);
    if (content) files++;
    progress(`files (${files})`, 1);
  }
  return { files, missingFiles };
}

const json = (content: object): Buffer => Buffer.from(JSON.stringify(content));

function inWords(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Refusal(
      `There is no room for the backup at ${path}. Nothing was left there; older backups are untouched.`,
    );
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOENT' || code === 'ENOTDIR')
    return new Refusal(`The backup cannot be written at ${path} (${code}).`);
  return error;
}
