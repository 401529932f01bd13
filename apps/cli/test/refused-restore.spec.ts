import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { LocalFileStore } from '#files';
import { makeBackup } from '../src/backup/make-backup.ts';
import type { Installation } from '../src/installation.ts';
import { restore } from '../src/restore/restore.ts';
import {
  BackupStand,
  backUp,
  filesOf,
  PASSPHRASE,
  refusal,
  restoreInto,
  rows,
  tablesOf,
} from './backup-stand.ts';

let stand: BackupStand;
let source: Installation;
let backup: string;

beforeAll(async () => {
  stand = await BackupStand.make();
  source = await stand.demo();
  backup = join(stand.folder, 'demo.tar.zst.age');
  await backUp(source, backup);
});
afterAll(() => stand.clear());

describe('nothing is restored', () => {
  async function refusedWith(path: string, passphrase: string | undefined = PASSPHRASE): Promise<string> {
    const target = await stand.emptyInstallation();
    const message = await refusal(restoreInto(target, path, passphrase));
    expect(await tablesOf(target.DATABASE_URL)).toEqual([]);
    expect(await readdir(target.KRING_DATA)).toEqual(
      expect.not.arrayContaining(['settings-from-backup.env']),
    );
    expect(Object.keys(await filesOf(target).catch(() => ({})))).toEqual([]);
    return message;
  }

  async function copyOf(name: string, change: (content: Buffer) => Buffer): Promise<string> {
    const path = join(stand.folder, name);
    await writeFile(path, change(await readFile(backup)));
    return path;
  }

  test('with another passphrase, or none', async () => {
    expect(await refusedWith(backup, 'een heel andere zin')).toBe(
      'The passphrase is not the one the backup was made with.',
    );
    expect(await refusal(restoreInto(await stand.emptyInstallation(), backup, ''))).toContain(
      'is encrypted: set KRING_BACKUP_PASSPHRASE',
    );
  });

  test.each([0.1, 0.5, 0.9, 0.9999])('from an archive cut off at %f of its length', async (share) => {
    const path = await copyOf('cut.age', (content) =>
      content.subarray(0, Math.floor(content.length * share)),
    );
    expect(await refusedWith(path)).toMatch(/^The backup is damaged/);
  });

  test.each([0.2, 0.6, 0.99])(
    'from an archive in which one bit changed at %f of its length',
    async (share) => {
      const path = await copyOf('bit.age', (content) => {
        content[Math.floor(content.length * share)]! ^= 4;
        return content;
      });
      expect(await refusedWith(path)).toMatch(/^The backup is damaged/);
    },
  );

  test('from an unencrypted archive in which one bit changed', async () => {
    const path = join(stand.folder, 'plain.zst');
    await makeBackup({
      databaseUrl: source.DATABASE_URL,
      store: new LocalFileStore(source),
      path,
      settings: source,
      progress: () => undefined,
    });
    const content = await readFile(path);
    for (const share of [0.1, 0.3, 0.7]) {
      const changed = Buffer.from(content);
      changed[Math.floor(content.length * share)]! ^= 4;
      await writeFile(path, changed);
      expect(await refusedWith(path)).toMatch(/^The backup is damaged/);
    }
    await writeFile(path, content);
    await truncate(path, content.length - 200);
    expect(await refusedWith(path)).toMatch(/^The backup is damaged/);
  });

  test('from something that is no backup', async () => {
    const path = join(stand.folder, 'letter.txt');
    await writeFile(path, 'Beste collega');
    expect(await refusedWith(path)).toBe(`${path} is not a backup of Kring.`);
    expect(await refusedWith(join(stand.folder, 'missing'))).toContain('cannot be read (ENOENT)');
    expect(await refusedWith(stand.folder)).toContain('cannot be read (EISDIR)');
  });

  test('from a backup of a newer Kring', async () => {
    await rows(source.DATABASE_URL, `INSERT INTO migrations ("timestamp", name) VALUES (9, 'Future9')`);
    const path = join(stand.folder, 'newer.age');
    await backUp(source, path);
    await rows(source.DATABASE_URL, `DELETE FROM migrations WHERE name = 'Future9'`);
    expect(await refusedWith(path)).toContain('was made by a newer Kring');
  });

  test('into a database in which people are, another product stands, or a Kring runs', async () => {
    expect(await refusal(restoreInto(source, backup))).toContain('with people in it');

    const other = await stand.emptyInstallation();
    await rows(other.DATABASE_URL, 'CREATE TABLE wp_posts (id int)');
    expect(await refusal(restoreInto(other, backup))).toContain('tables of another product');
    expect(await tablesOf(other.DATABASE_URL)).toEqual(['wp_posts']);

    const busy = await stand.emptyInstallation();
    const running = new pg.Client({ connectionString: busy.DATABASE_URL, application_name: 'kring' });
    await running.connect();
    expect(await refusal(restoreInto(busy, backup))).toContain('Kring is running on this database');
    await running.end();
  });

  test('when its connection is cut in the middle', async () => {
    const target = await stand.emptyInstallation();
    let cut = false;
    const interrupted = restore({
      path: backup,
      passphrase: PASSPHRASE,
      databaseUrl: target.DATABASE_URL,
      store: new LocalFileStore(target),
      dataFolder: target.KRING_DATA,
      progress: (entry) => {
        if (cut || !entry.startsWith('files/')) return;
        cut = true;
        void rows(
          target.DATABASE_URL,
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kring-restore' AND datname = current_database()`,
        );
      },
    });
    await expect(interrupted).rejects.toThrow();
    expect(cut).toBe(true);
    expect(await tablesOf(target.DATABASE_URL)).toEqual([]);
    await restoreInto(target, backup); // and the next try succeeds
  });
});
