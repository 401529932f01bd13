import { setTimeout as pause } from 'node:timers/promises';
import { docker, mustDocker } from './docker.ts';
import { Site } from './site.ts';

let site: Site;
let communityId: string;
const sites: Site[] = [];

beforeAll(async () => {
  site = await Site.init();
  sites.push(site);
  await site.up();
  await site.setUp();
  const { body } = await site.ask('POST', '/api/v1/communities', {
    name: 'Nieuwbouw Noord',
    kind: 'project',
    visibility: 'public',
  });
  communityId = body.id;
});
afterAll(async () => {
  for (const each of sites) await each.down();
});

const post = (on: Site, text: string) =>
  on.ask('POST', `/api/v1/communities/${communityId}/threads`, { kind: 'update', body: text });

async function bodies(on: Site): Promise<string[]> {
  const found: string[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await on.ask('GET', `/api/v1/communities/${communityId}/threads?limit=100${cursor}`);
    found.push(...body.items.map((thread: any) => thread.post.body));
    if (!body.next) return found;
    cursor = `&cursor=${encodeURIComponent(body.next)}`;
  }
}

describe('one server', () => {
  test('is behind TLS, hides its numbers, and keeps what is private out of caches', async () => {
    const page = await site.ask('GET', '/');
    expect(page.status).toBe(200);
    expect(page.headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
    expect(page.headers.server).toBeUndefined();
    expect((await site.ask('GET', '/metrics')).status).toBe(404);
    expect((await site.ask('GET', '/api/v1/session')).headers['cache-control']).toBe('private, no-store');
    expect(site.cookie).toMatch(/^__Host-/);
  });

  test("the server's role cannot change the schema", async () => {
    const change = `const pg = (await import('pg')).default; const { readFileSync } = await import('node:fs');
      const client = new pg.Client(readFileSync('/run/secrets/database_url', 'utf8')); await client.connect();
      for (const sql of ['CREATE TABLE x (i int)', 'DROP TABLE posts', 'TRUNCATE events', 'CREATE ROLE x SUPERUSER'])
        await client.query(sql).then(() => console.log('done: ' + sql), (error) => console.log(error.code));
      await client.end();`;
    const said = await site.mustCompose('exec', '-T', 'kring', 'node', '--input-type=module', '-e', change);
    expect(said.split('\n')).toEqual(['42501', '42501', '42501', '42501']);
  });

  test('writes nowhere but in its volumes, with no right of root', async () => {
    const said = await site.mustCompose(
      'exec',
      '-T',
      'kring',
      'sh',
      '-c',
      'id -u; touch /kring/x 2>&1; grep -E "CapEff|NoNewPrivs" /proc/1/status',
    );
    expect(said).toMatch(/^10001\n.*Read-only file system\nCapEff:\s+0+\nNoNewPrivs:\s+1$/);
  });

  test('stops within ten seconds when told, with code 0, and posts are there afterwards', async () => {
    await post(site, 'voor het stoppen');
    const before = Date.now();
    await site.mustCompose('stop', 'kring');
    expect(Date.now() - before).toBeLessThan(10_000);
    const id = await site.mustCompose('ps', '-aq', 'kring');
    expect(await mustDocker(['inspect', '-f', '{{.State.ExitCode}}', id])).toBe('0');
    await site.up();
    expect(await bodies(site)).toContain('voor het stoppen');
  });

  test('says in words that the database does not let it in', async () => {
    const { code, stderr, stdout } = await site.compose(
      'run',
      '--rm',
      '--no-deps',
      '-T',
      '-e',
      'DATABASE_URL=postgres://kring:0123456789abcdef@postgres/kring',
      '-e',
      'DATABASE_URL_FILE=',
      'kring',
    );
    expect(code).not.toBe(0);
    expect(`${stdout}${stderr}`).toContain('wrong password or user');
  });
});

describe('a backup', () => {
  test('moves to another server: every post, and nobody logged in', async () => {
    for (let count = 0; count < 20; count++) await post(site, `bericht ${count}`);
    const path = (await site.mustCompose('run', '--rm', '-T', 'backup', 'backup', '--to', '/backups'))
      .split('\n')
      .at(-1)!;
    const container = await site.mustCompose('ps', '-q', 'backup');
    const there = await site.moved();
    sites.push(there);
    await mustDocker(['cp', `${container}:${path}`, `${there.folder}/from-there.age`]);
    await mustDocker([
      'run',
      '--rm',
      '-v',
      `${there.project}_backups:/backups`,
      '-v',
      `${there.folder}:/from:ro`,
      '--user',
      '0',
      '--entrypoint',
      'sh',
      'kring:latest',
      '-c',
      'cp /from/from-there.age /backups/b.age && chown -R 10001:10001 /backups',
    ]);
    await there.mustCompose('run', '--rm', '-T', 'restore', '/backups/b.age');
    await there.up();
    there.cookie = site.cookie;
    expect((await there.ask('GET', '/api/v1/session')).status).toBe(401);
    there.cookie = '';
    await there.logIn();
    expect(await bodies(there)).toEqual(await bodies(site));

    const again = await there.compose('run', '--rm', '-T', 'restore', '/backups/b.age');
    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(/Kring is running on this database/);
    await there.down();
  });
});

describe('several processes', () => {
  test('one killed under load costs no accepted post, and nobody a refusal for long', async () => {
    const many = await Site.init('--scale');
    sites.push(many);
    await many.up('--scale', 'kring=2', '--scale', 'worker=2');
    await many.setUp();
    ({
      body: { id: communityId },
    } = await many.ask('POST', '/api/v1/communities', {
      name: 'Zuid',
      kind: 'project',
      visibility: 'public',
    }));
    const accepted: string[] = [];
    let posting = true;
    const writer = async (name: number) => {
      for (let count = 0; posting; count++) {
        const text = `${name}-${count}`;
        const { status } = await post(many, text).catch(() => ({ status: 0 }));
        if (status === 201) accepted.push(text);
        else await pause(50);
      }
    };
    const writers = [1, 2, 3].map(writer);
    await pause(2_000);
    const [web] = (await many.mustCompose('ps', '-q', 'kring')).split('\n') as [string];
    const [worker] = (await many.mustCompose('ps', '-q', 'worker')).split('\n') as [string];
    await docker(['kill', '-s', 'KILL', web]);
    await pause(1_500);
    const afterKill = accepted.length;
    await docker(['kill', '-s', 'KILL', worker]);
    await pause(3_000);
    posting = false;
    await Promise.all(writers);
    expect(accepted.length).toBeGreaterThan(afterKill);
    const there = (await bodies(many)).filter((text) => /^\d-\d+$/.test(text));
    expect(new Set(there).size).toBe(there.length);
    expect(there).toEqual(expect.arrayContaining(accepted));
    await many.down();
  });
});
