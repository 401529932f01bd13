import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainToInstance } from 'class-transformer';
import pg from 'pg';
import { LocalFileStore } from '#files';
import { Settings } from '#platform';
import { type TestDatabase, testDatabase } from '#testing';
import { makeBackup } from '../src/backup/make-backup.ts';
import type { Installation } from '../src/installation.ts';
import { Refusal } from '../src/refusal.ts';
import { restore } from '../src/restore/restore.ts';
import { seedDemo } from '../src/seed-demo/seed-demo.ts';

export const PASSPHRASE = 'een lange zin voor de kluis';

/** For specs: installations without a server, and a folder for what is made of them. All is gone after `clear`. */
export class BackupStand {
  private readonly databases: TestDatabase[] = [];

  private constructor(readonly folder: string) {}

  static async make(): Promise<BackupStand> {
    return new BackupStand(await mkdtemp(join(tmpdir(), 'kring-backup-')));
  }

  async emptyInstallation(): Promise<Installation> {
    return this.installationOn(await testDatabase(async () => undefined));
  }

  /** With the schema of today and nobody in it. */
  async migratedInstallation(): Promise<Installation> {
    return this.installationOn(await testDatabase());
  }

  /** The demo, and some rows that a restore must not bring back as they were. */
  async demo(): Promise<Installation> {
    const demo = await this.migratedInstallation();
    const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await seedDemo(demo);
    log.mockRestore();
    await rows(
      demo.DATABASE_URL,
      `INSERT INTO sessions (user_id, token_hash, expires_at) SELECT id, '\\x01', now() + interval '1 day' FROM users LIMIT 1;
       INSERT INTO invitations (token_hash, role, invited_by, expires_at) SELECT '\\x02', 'member', id, now() + interval '1 day' FROM users LIMIT 1;
       INSERT INTO outbox (type) VALUES ('not.numbered.yet');
       INSERT INTO secrets (name, value) VALUES ('canary', 'of the secrets')`,
    );
    return demo;
  }

  async clear(): Promise<void> {
    await Promise.all(this.databases.map((database) => database.drop()));
    await rm(this.folder, { recursive: true, force: true });
  }

  private async installationOn(database: TestDatabase): Promise<Installation> {
    this.databases.push(database);
    const KRING_DATA = await mkdtemp(join(this.folder, 'data-'));
    return plainToInstance(Settings, { DATABASE_URL: database.url, KRING_DATA }) as Installation;
  }
}

export async function rows<T = any>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

export const tablesOf = async (url: string): Promise<string[]> =>
  (
    await rows(
      url,
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    )
  ).map(({ name }) => name);

/** By table: how many rows, and a hash that is the same only when every row is. */
export async function contentOf(url: string): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const table of await tablesOf(url)) {
    const [row] = await rows(
      url,
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS sum FROM "${table}" AS t`,
    );
    content[table] = row.sum;
  }
  return content;
}

export async function filesOf({ KRING_DATA }: Installation): Promise<Record<string, string>> {
  const entries = await readdir(join(KRING_DATA, 'files'), { recursive: true, withFileTypes: true });
  const sums = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => [
      entry.name,
      createHash('sha256')
        .update(await readFile(join(entry.parentPath, entry.name)))
        .digest('hex'),
    ]);
  return Object.fromEntries(await Promise.all(sums));
}

export const backUp = (from: Installation, path: string, passphrase: string | undefined = PASSPHRASE) =>
  makeBackup({
    databaseUrl: from.DATABASE_URL,
    store: new LocalFileStore(from),
    path,
    passphrase,
    settings: from,
    progress: () => undefined,
  });

export const restoreInto = (to: Installation, path: string, passphrase: string | undefined = PASSPHRASE) =>
  restore({
    path,
    passphrase,
    databaseUrl: to.DATABASE_URL,
    store: new LocalFileStore(to),
    dataFolder: to.KRING_DATA,
    progress: () => undefined,
  });

export async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refusal)) throw new Error('not refused', { cause: error });
  return (error as Refusal).message;
}
