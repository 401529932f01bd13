import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Community } from '../community.ts';
import { mustDocker } from '../docker.ts';
import { Guide } from '../guide.ts';
import { Screen } from '../screen.ts';
import { Site } from '../site.ts';

const guide = new Guide('backup');
let site: Site;
let community: Community;
beforeAll(async () => {
  site = await Site.init();
  await site.up();
  await site.setUp();
  community = await Community.on(site);
  for (let count = 0; count < 20; count++) await community.post(`bericht ${count}`);
  await community.post('met een plaatje', [await community.upload()]);
});
afterAll(Screen.closeAll);
afterAll(Site.removeAll);

/** What a restore changes on purpose, or what only says how far work has come; that it was made is noted after it. */
const CHANGES = ['backups', 'sessions', 'event_log', 'event_consumers', 'restores', 'secrets'];

/** A hash of the rows of each table, and of each file. */
async function fingerprints(): Promise<Record<string, string>> {
  const tables = (
    await site.sql(
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    )
  ).split('\n');
  const each = tables
    .filter((table) => !CHANGES.includes(table))
    .map(
      (table) =>
        `SELECT '${table} ' || md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) FROM "${table}" t;`,
    );
  const rows = (await site.sql(each.join('\n'))).split('\n');
  const files = (
    await site.must(
      `docker compose exec -T kring sh -c 'cd /data/files && find . -type f -exec sha256sum {} + | sort -k 2'`,
    )
  ).split('\n');
  return Object.fromEntries([
    ...rows.map((row) => row.split(' ')),
    ...files.map((file) => file.split(/\s+/).reverse()),
  ]);
}

async function shown(): Promise<unknown> {
  const screen = await Screen.of(site);
  const threads = await screen.threads(`/communities/${community.id}`, 'met een plaatje');
  await screen.keep('restored');
  return threads;
}

test('everything there was is there again, by its hash and on the screen, on a server that was wiped', async () => {
  await guide.must(site, 'docker compose exec backup kring backup --to /backups');
  await guide.must(site, "BACKUP=$(docker compose exec backup ls /backups | grep 'age$' | tail -1)");
  const verified = await guide.must(
    site,
    'docker compose exec backup kring backup verify "/backups/$BACKUP"',
  );
  expect(verified).toMatch(/^Complete and unchanged[\s\S]*, 1 files\.$/);
  await guide.must(site, 'docker compose exec backup cat "/backups/$BACKUP" > "restore/$BACKUP"');
  await site.must('sleep 2'); // what follows the events is done with them by then
  const before = { rows: await fingerprints(), screen: await shown() };
  expect(JSON.stringify(before.screen)).toContain('bericht 19');
  const passphrase = join(site.folder, 'passphrase-of-then');
  await cp(join(site.folder, 'secrets/backup_passphrase'), passphrase);

  await guide.must(site, 'install -d -o 10001 -g 10001 -m 700 backups');
  await guide.must(site, 'echo KRING_BACKUPS=./backups >> .env');
  await guide.must(site, 'docker compose up -d');
  await site.must('docker compose exec -T backup kring backup --to /backups');
  expect(await readdir(join(site.folder, 'backups'))).toEqual([expect.stringMatching(/^kring-.*\.age$/)]);

  await guide.must(site, 'docker compose down -v');
  const volumes = await mustDocker(['volume', 'ls', '-q', '--filter', `name=^${site.project}`]);
  expect(volumes).not.toMatch(/_(postgres|files)$/m);
  // As on a new server: nothing is as it was but the backup and its passphrase.
  await site.must('rm -rf .env secrets');
  await guide.must(site, './kring-init', { input: 'kring.example.nl\ninternal\n' });
  const other = await site.sh('docker compose run --rm restore "/from/$BACKUP"');
  expect(other.code).toBe(1);
  expect(other.stderr).toContain('The passphrase is not the one the backup was made with.');
  await cp(passphrase, join(site.folder, 'secrets/backup_passphrase'), { force: true });
  const restored = await guide.must(site, 'docker compose run --rm restore "/from/$BACKUP"');
  expect(restored).toContain('with 1 files');
  await guide.must(site, 'docker compose up -d');

  site.door.trust(undefined);
  await site.ready();
  expect((await site.door.ask('GET', '/api/v1/session')).status).toBe(401);
  expect(await fingerprints()).toEqual(before.rows);
  await site.logIn();
  expect(await shown()).toEqual(before.screen);
  expect(await readFile(passphrase, 'utf8')).toHaveLength(64);
});

test('a restore into what is used is refused', async () => {
  const running = await site.sh('docker compose run --rm restore "/from/$BACKUP"');
  expect(running.code).toBe(1);
  expect(running.stderr).toContain('Kring is running on this database');
  await site.must('docker compose stop kring backup');
  const used = await site.sh('docker compose run --rm restore "/from/$BACKUP"');
  expect(used.code).toBe(1);
  expect(used.stderr).toContain('with people in it');
});

test('every command of the guide was tried', () => expect(guide.untried).toEqual([]));
