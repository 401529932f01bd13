import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import type { FileStore } from '#files';
import { migrations } from '#migrations';
import { createDataSource, isPassing, mustReach, runMigrations } from '#platform';
import { ArchiveReader, bytesOf } from '../archive/archive-reader.ts';
import { fileOf, type Manifest, SETTINGS, tableOf } from '../archive/contents.ts';
import { verifyBackup } from '../backup/verify-backup.ts';
import { Refusal } from '../refusal.ts';
import { settle } from './afterwards.ts';
import { withBareTables } from './bare-tables.ts';
import { mustBeEmpty } from './empty-installation.ts';
import { TableFiller } from './fill-tables.ts';
import { RestoredFiles } from './restored-files.ts';
import { changesOf, inOneTransaction, makeSchema } from './schema-of.ts';

export interface RestoreOrder {
  path: string;
  passphrase?: string;
  databaseUrl: string;
  store: FileStore;
  /** KRING_DATA: the settings of the old installation are laid there, for the administrator to look at. */
  dataFolder: string;
  progress(entry: string): void;
}

export interface Restored {
  manifest: Manifest;
  files: number;
  /** Files that the database names and nobody has any more. */
  missingFiles: string[];
  settingsAt?: string;
}

/**
 * Makes an empty installation what it was when the backup was made: all of it or nothing, in one transaction that
 * is committed after every checksum agreed. Then brings the schema up to date with this Kring.
 */
export async function restore(order: RestoreOrder): Promise<Restored> {
  const archive = await ArchiveReader.open(order.path, order.passphrase);
  const changes = changesOf(migrations, archive.manifest.migrations, archive.manifest.version);
  await mustReach(order.databaseUrl);
  await checkDatabase(order.databaseUrl);
  const files = new RestoredFiles(order.store, join(order.dataFolder, 'files', 'incoming'));
  const dataSource = createDataSource(order.databaseUrl);
  const options = '-c statement_timeout=0 -c idle_in_transaction_session_timeout=0 -c lock_timeout=10000';
  dataSource.setOptions({
    extra: { ...dataSource.options.extra, application_name: 'kring-restore', options },
  });
  await dataSource.initialize();
  let settings: Buffer | undefined;
  try {
    await inOneTransaction(dataSource, async (runner) => {
      await makeSchema(runner, changes);
      settings = await withBareTables(runner, () => fill(runner, archive, files, order));
      await mustHold(runner, archive);
      await settle(runner, archive.manifest);
    });
  } catch (error) {
    await files.undo();
    if (mayBeTheArchive(error)) await verifyBackup(order.path, order.passphrase, order.progress);
    throw error;
  } finally {
    await dataSource.destroy();
  }
  await runMigrations(order.databaseUrl);
  await analyse(order.databaseUrl);
  return {
    manifest: archive.manifest,
    files: files.ids.length,
    missingFiles: archive.checksums!.missingFiles,
    settingsAt: settings && (await layDown(order.dataFolder, settings)),
  };
}

/** Whatever a database that is there does not take is, before anything else, a reason to doubt the archive. */
function mayBeTheArchive(error: unknown): boolean {
  return !(error instanceof Refusal) && !isPassing(error);
}

/** @returns the settings in the archive, if there are any */
async function fill(runner: QueryRunner, archive: ArchiveReader, files: RestoredFiles, order: RestoreOrder) {
  const client: pg.ClientBase = await runner.connect();
  const tables = new TableFiller(client, archive.manifest);
  let settings: Buffer | undefined;
  await runner.query('TRUNCATE event_log'); // the one table that a change of the schema fills
  try {
    for await (const { name, content } of archive.entries()) {
      order.progress(name);
      const [table, file] = [tableOf(name), fileOf(name)];
      if (!table) await tables.close();
      if (table) await tables.write(table, content);
      else if (file) await files.keep(file, content);
      else if (name === SETTINGS) settings = await bytesOf(content);
      else throw new Refusal(`The backup is damaged: it holds "${name}".`);
    }
    await tables.close();
  } catch (error) {
    await tables.abandon();
    throw error;
  }
  return settings;
}

/** A table that came with fewer rows than were written would be a mistake of ours; better known now than in a year. */
async function mustHold(runner: QueryRunner, { checksums }: ArchiveReader): Promise<void> {
  for (const [table, written] of Object.entries(checksums!.rows)) {
    const [{ count }] = await runner.query(`SELECT count(*)::float8 AS count FROM "${table}"`);
    if (count !== written)
      throw new Refusal(`${table} has ${count} rows instead of ${written}. Nothing was changed.`);
  }
}

async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'kring-restore' });
  await client.connect();
  try {
    await mustBeEmpty(client);
  } finally {
    await client.end();
  }
}

async function analyse(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'kring-restore' });
  await client.connect();
  try {
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

async function layDown(folder: string, settings: Buffer): Promise<string> {
  const path = join(folder, 'settings-from-backup.env');
  await writeFile(path, settings, { mode: 0o600 });
  return path;
}
