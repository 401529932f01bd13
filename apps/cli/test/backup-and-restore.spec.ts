import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plainToInstance } from 'class-transformer';
import pg from 'pg';
import { LocalFileStore } from '#files';
import { Settings } from '#platform';
import { makeBackup } from '../src/backup/make-backup.ts';
import { verifyBackup } from '../src/backup/verify-backup.ts';
import type { Installation } from '../src/installation.ts';
import { recountAll } from '../src/recount/recount.ts';
import {
  BackupStand,
  backUp,
  contentOf,
  filesOf,
  PASSPHRASE,
  refusal,
  restoreInto,
  rows,
  tablesOf,
} from './backup-stand.ts';

/** What a restore changes on purpose. */
const SETTLED = ['sessions', 'invitations', 'event_log'];

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

describe('a restored installation', () => {
  let target: Installation;

  beforeAll(async () => {
    target = await stand.emptyInstallation();
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
           WHERE connamespace = 'public'::regnamespace
         UNION ALL SELECT 'trigger, ' || tgenabled::text, pg_get_triggerdef(t.oid) FROM pg_trigger t
           JOIN pg_class c ON c.oid = tgrelid
           WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace ORDER BY 1, 2`,
      );
    const migrated = await stand.migratedInstallation();
    expect(await shape(target.DATABASE_URL)).toEqual(await shape(migrated.DATABASE_URL));
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
    const again = await stand.migratedInstallation();
    await restoreInto(again, backup);
    expect((await contentOf(again.DATABASE_URL)).posts).toBe((await contentOf(source.DATABASE_URL)).posts);
  });

  test('needs no recount', async () => {
    expect(await wrongCounters(target)).toEqual([]);
  });
});

/** But for the words of posts: a consumer makes those, and none ran. */
async function wrongCounters({ DATABASE_URL }: { DATABASE_URL: string }) {
  const counted = await recountAll(DATABASE_URL, { fix: false });
  return counted.filter(({ counter, wrong }) => wrong > 0 && counter !== 'words of posts');
}

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
          `WITH t AS (UPDATE threads SET reply_count = reply_count + 1, last_position = last_position + 1,
             activity_at = greatest(activity_at, now()) WHERE id = $1 RETURNING *)
           INSERT INTO posts (thread_id, community_id, author_id, position, body, html, created_at)
           SELECT id, community_id, author_id, last_position, 'x', 'x', activity_at FROM t`,
          [thread.id],
        );
      await client.end();
      return count;
    };
    const posted = Promise.all([post(), post(), post()]);
    const path = join(stand.folder, 'under-load.tar.zst.age');
    await backUp(source, path).finally(() => {
      posting = false;
    });
    expect((await posted).reduce((sum, count) => sum + count)).toBeGreaterThan(10);
    const target = await stand.emptyInstallation();
    await restoreInto(target, path);
    expect(await wrongCounters(target)).toEqual([]);
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
    const [locked, open] = [join(stand.folder, 'locked.age'), join(stand.folder, 'open.zst')];
    await backUp(settings, locked);
    await makeBackup({
      databaseUrl: source.DATABASE_URL,
      store: new LocalFileStore(source),
      path: open,
      settings,
      progress: () => undefined,
    });
    delete process.env.METRICS_TOKEN;
    const [kept, left] = [await stand.emptyInstallation(), await stand.emptyInstallation()];
    const { settingsAt } = await restoreInto(kept, locked);
    expect(await readFile(settingsAt!, 'utf8')).toBe('METRICS_TOKEN=a-canary-of-the-metrics\n');
    expect((await restoreInto(left, open, undefined)).settingsAt).toBeUndefined();
    expect(await rows(kept.DATABASE_URL, 'SELECT FROM secrets')).toHaveLength(1);
    expect(await rows(left.DATABASE_URL, 'SELECT FROM secrets')).toHaveLength(0);
  });

  test('that cannot be finished leaves nothing behind', async () => {
    const path = join(stand.folder, 'nowhere', 'x.age');
    expect(await refusal(backUp(source, path))).toContain('cannot be written');
    const halfway = join(stand.folder, 'halfway.age');
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
    expect((await readdir(stand.folder)).filter((name) => name.startsWith('halfway'))).toEqual([]);
  });
});
