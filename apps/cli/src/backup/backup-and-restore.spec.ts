import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import pg from 'pg';
import { LocalFileStore } from '#files';
import { Settings } from '#platform';
import { type TestDatabase, testDatabase } from '#testing';
import type { Installation } from '../installation.ts';
import { recount } from '../recount/recount.ts';
import { Refusal } from '../refusal.ts';
import { restore } from '../restore/restore.ts';
import { seedDemo } from '../seed-demo/seed-demo.ts';
import { makeBackup } from './make-backup.ts';
import { verifyBackup } from './verify-backup.ts';

const PASSPHRASE = 'een lange zin voor de kluis';
/** What a restore changes on purpose. */
const SETTLED = ['sessions', 'invitations', 'event_log'];

let source: Installation;
let folder: string;
let backup: string;
const databases: TestDatabase[] = [];

async function emptyDatabase(): Promise<string> {
  const database = await testDatabase(async () => undefined);
  databases.push(database);
  return database.url;
}

async function installation(databaseUrl?: string): Promise<Installation> {
  return plainToInstance(Settings, {
    DATABASE_URL: databaseUrl ?? (await emptyDatabase()),
    KRING_DATA: await mkdtemp(join(folder, 'data-')),
  }) as Installation;
}

async function rows<T = any>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const tablesOf = async (url: string): Promise<string[]> =>
  (
    await rows(
      url,
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    )
  ).map(({ name }) => name);

/** By table: how many rows, and a hash that is the same only when every row is. */
async function contentOf(url: string): Promise<Record<string, string>> {
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

async function filesOf({ KRING_DATA }: Installation): Promise<Record<string, string>> {
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

const backUp = (from: Installation, path: string, passphrase: string | undefined = PASSPHRASE) =>
  makeBackup({
    databaseUrl: from.DATABASE_URL,
    store: new LocalFileStore(from),
    path,
    passphrase,
    settings: from,
    progress: () => undefined,
  });

const restoreInto = (to: Installation, path: string, passphrase: string | undefined = PASSPHRASE) =>
  restore({
    path,
    passphrase,
    databaseUrl: to.DATABASE_URL,
    store: new LocalFileStore(to),
    dataFolder: to.KRING_DATA,
    progress: () => undefined,
  });

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refusal)) throw new Error('not refused', { cause: error });
  return (error as Refusal).message;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kring-backup-'));
  const database = await testDatabase();
  databases.push(database);
  source = await installation(database.url);
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  await seedDemo(source);
  log.mockRestore();
  await rows(
    source.DATABASE_URL,
    `INSERT INTO sessions (user_id, token_hash, expires_at) SELECT id, '\\x01', now() + interval '1 day' FROM users LIMIT 1;
     INSERT INTO invitations (token_hash, role, invited_by, expires_at) SELECT '\\x02', 'member', id, now() + interval '1 day' FROM users LIMIT 1;
     INSERT INTO outbox (type) VALUES ('not.numbered.yet');
     INSERT INTO secrets (name, value) VALUES ('canary', 'of the secrets')`,
  );
  backup = join(folder, 'demo.tar.zst.age');
  await backUp(source, backup);
});

afterAll(async () => {
  await Promise.all(databases.map((database) => database.drop()));
  await rm(folder, { recursive: true, force: true });
});

describe('a restored installation', () => {
  let target: Installation;

  beforeAll(async () => {
    target = await installation();
    await restoreInto(target, backup);
  });

  test('has every row and every file that was backed up', async () => {
    const [before, after] = [await contentOf(source.DATABASE_URL), await contentOf(target.DATABASE_URL)];
    for (const table of SETTLED) {
      delete before[table];
      delete after[table];
    }
    expect(after).toEqual(before);
    const files = await filesOf(source);
    expect(Object.keys(files).length).toBeGreaterThan(50);
    expect(await filesOf(target)).toEqual(files);
  });

  test('has the schema that the migrations make, to the last index and key', async () => {
    const shape = (url: string) =>
      rows(
        url,
        `SELECT 'index' AS kind, pg_get_indexdef(indexrelid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
           WHERE c.relnamespace = 'public'::regnamespace
         UNION ALL SELECT conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) FROM pg_constraint
           WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
      );
    const migrated = await testDatabase();
    databases.push(migrated);
    expect(await shape(target.DATABASE_URL)).toEqual(await shape(migrated.url));
  });

  test('lets nobody in with a session or an invitation of before', async () => {
    expect(await rows(target.DATABASE_URL, 'SELECT FROM sessions')).toHaveLength(0);
    expect(
      await rows(
        target.DATABASE_URL,
        'SELECT FROM invitations WHERE accepted_at IS NULL AND revoked_at IS NULL',
      ),
    ).toHaveLength(0);
  });

  test('numbers events above everything that any client has seen', async () => {
    const [before] = await rows(source.DATABASE_URL, 'SELECT head::float8 AS head FROM event_log');
    const [after] = await rows(
      target.DATABASE_URL,
      'SELECT head::float8 AS head, floor::float8 AS floor FROM event_log',
    );
    expect(after.head).toBeGreaterThan(before.head + 1_000_000);
    expect(after.floor).toBe(after.head);
  });

  test('goes on counting where the backup stopped', async () => {
    const [last] = await rows(target.DATABASE_URL, 'SELECT max(id)::float8 AS id FROM outbox');
    const [next] = await rows(
      target.DATABASE_URL,
      `INSERT INTO outbox (type) VALUES ('next') RETURNING id::float8 AS id`,
    );
    expect(next.id).toBe(last.id + 1);
    await rows(target.DATABASE_URL, `DELETE FROM outbox WHERE type = 'next'`);
  });

  test('may have been started before, as long as nobody is in it', async () => {
    const started = await testDatabase();
    databases.push(started);
    const again = await installation(started.url);
    await restoreInto(again, backup);
    expect((await contentOf(again.DATABASE_URL)).posts).toBe((await contentOf(source.DATABASE_URL)).posts);
  });

  test('needs no recount', async () => {
    for (const { wrong } of await recount(target.DATABASE_URL, { fix: false })) expect(wrong).toEqual([]);
  });
});

describe('a backup', () => {
  test('made while people post holds one moment: every counter agrees with what it counts', async () => {
    let posting = true;
    const [thread] = await rows(
      source.DATABASE_URL,
      'SELECT id, community_id, author_id FROM threads ORDER BY reply_count DESC LIMIT 1',
    );
    const post = async () => {
      const client = new pg.Client({ connectionString: source.DATABASE_URL });
      await client.connect();
      let count = 0;
      for (; posting; count++)
        await client.query(
          `WITH t AS (UPDATE threads SET reply_count = reply_count + 1, last_position = last_position + 1 WHERE id = $1 RETURNING *)
           INSERT INTO posts (thread_id, community_id, author_id, position, body, html)
           SELECT id, community_id, author_id, last_position, 'x', 'x' FROM t`,
          [thread.id],
        );
      await client.end();
      return count;
    };
    const posted = Promise.all([post(), post(), post()]);
    const path = join(folder, 'under-load.tar.zst.age');
    await backUp(source, path).finally(() => {
      posting = false;
    });
    expect((await posted).reduce((sum, count) => sum + count)).toBeGreaterThan(10);
    const target = await installation();
    await restoreInto(target, path);
    for (const { wrong } of await recount(target.DATABASE_URL, { fix: false })) expect(wrong).toEqual([]);
    const [{ gaps }] = await rows(
      target.DATABASE_URL,
      `SELECT count(*)::int AS gaps FROM threads t WHERE last_position <> (SELECT max(position) FROM posts p WHERE p.thread_id = t.id)`,
    );
    expect(gaps).toBe(0);
  });

  test('is verified without a database', async () => {
    const verified = await verifyBackup(backup, PASSPHRASE, () => undefined);
    expect(verified.rows).toBeGreaterThan(1000);
    expect(verified.manifest.tables.map(({ name }) => name)).toEqual(await tablesOf(source.DATABASE_URL));
  });

  test('holds nothing readable without the passphrase, and settings only with one', async () => {
    process.env.METRICS_TOKEN = 'a-canary-of-the-metrics';
    const settings = plainToInstance(Settings, {
      ...source,
      METRICS_TOKEN: process.env.METRICS_TOKEN,
    }) as Installation;
    const [locked, open] = [join(folder, 'locked.age'), join(folder, 'open.zst')];
    await backUp(settings, locked);
    await makeBackup({
      databaseUrl: source.DATABASE_URL,
      store: new LocalFileStore(source),
      path: open,
      settings,
      progress: () => undefined,
    });
    delete process.env.METRICS_TOKEN;
    const [kept, left] = [await installation(), await installation()];
    const { settingsAt } = await restoreInto(kept, locked);
    expect(await readFile(settingsAt!, 'utf8')).toBe('METRICS_TOKEN=a-canary-of-the-metrics\n');
    expect((await restoreInto(left, open, undefined)).settingsAt).toBeUndefined();
    expect(await rows(kept.DATABASE_URL, 'SELECT FROM secrets')).toHaveLength(1);
    expect(await rows(left.DATABASE_URL, 'SELECT FROM secrets')).toHaveLength(0);
  });

  test('that cannot be finished leaves nothing behind', async () => {
    const path = join(folder, 'nowhere', 'x.age');
    expect(await refusal(backUp(source, path))).toContain('cannot be written');
    const halfway = join(folder, 'halfway.age');
    const broken = {
      ...new LocalFileStore(source),
      open: async () => Promise.reject(new Error('the disk went away')),
    };
    await expect(
      makeBackup({
        databaseUrl: source.DATABASE_URL,
        store: broken as never,
        path: halfway,
        passphrase: PASSPHRASE,
        settings: source,
        progress: () => undefined,
      }),
    ).rejects.toThrow('the disk went away');
    expect((await readdir(folder)).filter((name) => name.startsWith('halfway'))).toEqual([]);
  });
});

describe('nothing is restored', () => {
  async function refusedWith(path: string, passphrase: string | undefined = PASSPHRASE): Promise<string> {
    const target = await installation();
    const message = await refusal(restoreInto(target, path, passphrase));
    expect(await tablesOf(target.DATABASE_URL)).toEqual([]);
    expect(await readdir(target.KRING_DATA)).toEqual(
      expect.not.arrayContaining(['settings-from-backup.env']),
    );
    expect(Object.keys(await filesOf(target).catch(() => ({})))).toEqual([]);
    return message;
  }

  async function copyOf(name: string, change: (content: Buffer) => Buffer): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, change(await readFile(backup)));
    return path;
  }

  test('with another passphrase, or none', async () => {
    expect(await refusedWith(backup, 'een heel andere zin')).toBe(
      'The passphrase is not the one the backup was made with.',
    );
    expect(await refusal(restoreInto(await installation(), backup, ''))).toContain(
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
    const path = join(folder, 'plain.zst');
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
    const path = join(folder, 'letter.txt');
    await writeFile(path, 'Beste collega');
    expect(await refusedWith(path)).toBe(`${path} is not a backup of Kring.`);
    expect(await refusedWith(join(folder, 'missing'))).toContain('cannot be read (ENOENT)');
    expect(await refusedWith(folder)).toContain('cannot be read (EISDIR)');
  });

  test('from a backup of a newer Kring', async () => {
    await rows(source.DATABASE_URL, `INSERT INTO migrations ("timestamp", name) VALUES (9, 'Future9')`);
    const path = join(folder, 'newer.age');
    await backUp(source, path);
    await rows(source.DATABASE_URL, `DELETE FROM migrations WHERE name = 'Future9'`);
    expect(await refusedWith(path)).toContain('was made by a newer Kring');
  });

  test('into a database in which people are, another product stands, or a Kring runs', async () => {
    expect(await refusal(restoreInto(source, backup))).toContain('with people in it');

    const other = await installation();
    await rows(other.DATABASE_URL, 'CREATE TABLE wp_posts (id int)');
    expect(await refusal(restoreInto(other, backup))).toContain('tables of another product');
    expect(await tablesOf(other.DATABASE_URL)).toEqual(['wp_posts']);

    const busy = await installation();
    const running = new pg.Client({ connectionString: busy.DATABASE_URL, application_name: 'kring' });
    await running.connect();
    expect(await refusal(restoreInto(busy, backup))).toContain('Kring is running on this database');
    await running.end();
  });

  test('when its connection is cut in the middle', async () => {
    const target = await installation();
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
