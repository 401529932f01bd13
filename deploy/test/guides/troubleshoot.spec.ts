import { readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Community } from '../community.ts';
import { type Ended, mustDocker } from '../docker.ts';
import { Guide } from '../guide.ts';
import { Site } from '../site.ts';

const guide = new Guide('troubleshoot');
const doctor = new Guide('doctor');
const OWNER =
  '-e DATABASE_OWNER_URL_FILE= -e DATABASE_OWNER_URL="$(sed \'s/kring$/other/\' secrets/database_owner_url)"';
let site: Site;

beforeAll(async () => {
  site = await Site.init();
  // Small disks, so that they can be full.
  await site.alter({
    volumes: { files: disk('size=8m,uid=10001,gid=10001'), postgres: disk('size=400m,uid=999,gid=999') },
  });
});
afterAll(Site.removeAll);

const disk = (o: string) => ({ driver_opts: { type: 'tmpfs', device: 'tmpfs', o } });

/** One message, which the guide explains; no stack trace; and a code. */
function saysItself({ code, stdout, stderr }: Ended, words: string): void {
  expect({ code: code !== 0, said: `${stdout}\n${stderr}` }).toEqual({
    code: true,
    said: expect.stringContaining(words),
  });
  expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at .*:\d+:\d+/);
  expect(explained()).toContain(words);
}

const explained = (): string =>
  [
    ...readFileSync(join(import.meta.dirname, '../../../docs/admin/troubleshoot.md'), 'utf8').matchAll(
      /^\| (.*?) \|/gm,
    ),
  ]
    .map(([, words]) => words)
    .join('\n');

const run = (...settings: string[]) =>
  site.sh(`docker compose run --rm --no-deps -T ${settings.join(' ')} kring`);

describe('before there is a database', () => {
  test('no .env', async () => {
    const bare = await Site.checkout();
    saysItself(await bare.sh('docker compose up -d'), 'run ./kring-init first');
    await bare.remove();
  });

  test('a secret that is away', async () => {
    const path = join(site.folder, 'secrets/kring_password');
    await rename(path, `${path}.away`);
    const { code, stderr } = await site.sh('docker compose up -d --no-build');
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/secrets\/kring_password/);
    expect(stderr).toMatch(/does not exist|no such file/i);
    await rename(`${path}.away`, path);
  });

  test('a port that another program took since', async () => {
    const other = createServer().listen(site.port, '0.0.0.0');
    await new Promise((done) => other.once('listening', done));
    saysItself(await site.sh('docker compose up -d --no-build'), 'address already in use');
    other.close();
    await site.up();
    await site.setUp();
  });
});

describe('what an administrator looks at', () => {
  test('who runs, what they said, and whether they are ready', async () => {
    expect(await guide.must(site, 'docker compose ps -a')).toMatch(/migrate.*Exited \(0\)/);
    expect(await guide.must(site, 'docker compose logs --tail 50 migrate')).toContain(
      'The schema is up to date.',
    );
    expect(await guide.must(site, 'docker compose logs --tail 50 kring')).toContain('Kring is ready at');
    await guide.must(site, 'docker compose logs --tail 50 caddy');
    for (const path of ['healthz', 'readyz'])
      expect(
        await guide.must(
          site,
          `docker compose exec kring node -e "fetch('http://127.0.0.1:3000/${path}').then(r => console.log(r.status))"`,
        ),
      ).toBe('200');
    await guide.must(site, 'docker system df');
    expect(
      await guide.must(site, 'docker compose exec kring kring reset-link --email ada@example.nl'),
    ).toContain(`${site.origin}/`);
  });
});

test('the doctor finds all that it looks at, also what only the owner of the tables may repair', async () => {
  const NOT_EXAMINED = 3;
  const seen = await doctor.try(site, 'docker compose run --rm kring doctor');
  expect(seen.code).toBeLessThan(NOT_EXAMINED);
  expect(seen.stdout).toMatch(/counters/);
  const owner = 'docker compose run --rm migrate doctor --only schema database --repair';
  expect((await doctor.try(site, owner)).code).toBeLessThan(NOT_EXAMINED);
  await doctor.must(site, 'docker compose logs --no-log-prefix kring > kring.log');
});

describe('with a database', () => {
  test('a wrong setting: what runs goes on as it was', async () => {
    await site.must('echo PUSH_WORDS=loud >> .env');
    saysItself(await guide.try(site, 'docker compose run --rm migrate'), 'Wrong settings');
    await site.ready();
    await site.must("sed -i '/PUSH_WORDS/d' .env");
    await guide.must(site, 'docker compose run --rm migrate');
    await guide.must(site, 'docker compose up -d');
  });

  test('a wrong password', async () => {
    const url = 'DATABASE_URL=postgres://kring:0123456789abcdef@postgres/kring';
    saysItself(await run('-e DATABASE_URL_FILE=', `-e ${url}`), 'wrong password or user');
  });

  test('a port that is taken inside the container', async () => {
    const [kring] = (await site.containers('kring')) as [string];
    const inside = await site.sh(`docker exec ${kring} kring server`);
    expect(inside.code).toBe(78);
    expect(inside.stderr).toContain('Port 3000 is in use by another program.');
  });

  test('a database of another product: nothing is changed in it', async () => {
    await site.sql('CREATE DATABASE other');
    const psql = 'PGPASSWORD=$(cat /run/secrets/postgres_password) psql -qAtX -U kring_owner other';
    const inOther = (sql: string) =>
      site.must(`docker compose exec -T postgres sh -c '${psql}'`, { input: sql });
    await inOther('CREATE TABLE invoices (id int)');
    saysItself(
      await site.sh(`docker compose run --rm --no-deps -T ${OWNER} migrate`),
      'holds tables of another product',
    );
    expect(await inOther(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).toBe(
      'invoices',
    );
  });

  test('a schema that is newer', async () => {
    await site.sql(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Later9999999999999')`);
    saysItself(await site.sh('docker compose run --rm --no-deps -T migrate'), 'was changed by a newer Kring');
    saysItself(await run(), 'was changed by a newer Kring');
    await site.sql(`DELETE FROM migrations WHERE name LIKE 'Later%'`);
  });

  test('a full disk for files: an upload is refused in words, writing and reading go on, a backup says so', async () => {
    const community = await Community.on(site);
    await site.sh(`docker compose exec -T kring sh -c 'dd if=/dev/zero of=/data/fill bs=64k; true'`);
    await expect(community.upload(Buffer.alloc(300_000, 1))).rejects.toThrow('507');
    await community.post('en toch');
    const backup = await site.sh('docker compose exec -T backup kring backup --to /data/backups');
    expect(backup.code).toBe(1);
    expect(backup.stderr).toMatch(/There is no room for the backup|cannot be made \(ENOSPC\)/);
    await site.must('docker compose restart kring');
    await site.ready();
    await site.must('docker compose exec -T kring rm /data/fill');
    await community.upload();
    expect(await community.texts()).toEqual(['en toch']);
  });

  test('a full disk of the database: nobody is told that something was kept, and it goes on when there is room', async () => {
    const community = await Community.on(site, 'Vol');
    const fill = 'dd if=/dev/zero of=/var/lib/postgresql/fill bs=64k; true';
    await site.sh(`docker compose exec -T postgres sh -c '${fill}'`);
    const long = 'woord '.repeat(3_000);
    let status = 201;
    for (let tries = 0; status === 201 && tries < 3_000; tries++)
      ({ status } = await site.door.ask('POST', `/api/v1/communities/${community.id}/threads`, {
        kind: 'update',
        body: `${tries} ${long}`,
      }));
    expect(status).toBe(503);
    expect(await site.must('docker compose logs postgres')).toContain('No space left on device');
    await mustDocker(['exec', (await site.containers('postgres'))[0]!, 'rm', '/var/lib/postgresql/fill']);
    await site.up();
    await community.post('weer ruimte');
  });

  test('a database that is away', async () => {
    await site.must('docker compose stop postgres');
    saysItself(await run(), 'No database answers at postgres');
    await guide.must(site, 'docker compose logs --tail 50 postgres');
  });
});

test('every command of the guide was tried', () => expect(guide.untried).toEqual([]));
test('every command of the guide to the doctor was tried', () => expect(doctor.untried).toEqual([]));
