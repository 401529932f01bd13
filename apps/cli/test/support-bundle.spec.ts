import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { type Kring, startKring } from '#server-testing';
import type { Installation } from '../src/installation.ts';
import { Refusal } from '../src/refusal.ts';
import { makeBundle } from '../src/support-bundle/make-bundle.ts';
import { withoutContent } from '../src/support-bundle/without-content.ts';
import { BackupStand, rows } from './backup-stand.ts';

const SECRETS = {
  METRICS_TOKEN: 'kanarie-van-de-metingen-48151623',
  KRING_SETUP_CODE: 'kanarie-van-het-begin-42',
  VAPID_SUBJECT: 'mailto:kanarie@vandalen.example',
  VAPID_PRIVATE_KEY: 'kanarieKanarieKanarieKanarieKanarieKanarie1',
};

let stand: BackupStand;
let demo: Installation;
let kring: Kring;
const before = { ...process.env };
beforeAll(async () => {
  stand = await BackupStand.make();
  demo = await stand.demo();
  kring = await startKring({ settings: { METRICS_TOKEN: SECRETS.METRICS_TOKEN } });
  Object.assign(process.env, SECRETS, {
    DATABASE_URL: demo.DATABASE_URL,
    KRING_DATA: demo.KRING_DATA,
    KRING_ORIGIN: 'http://localhost:3000',
    LOG_LEVEL: 'warn',
  });
});
afterAll(async () => {
  process.env = before;
  await kring.stop();
  await stand.clear();
});

async function contentsOf(path: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const tar = extract();
  tar.end(gunzipSync(await readFile(path)));
  for await (const entry of tar) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
    found.set(entry.header.name.replace('kring-support/', ''), Buffer.concat(chunks).toString());
  }
  return found;
}

/** Everything in the database that is somebody's: names, addresses, words, tokens. */
async function canaries(): Promise<string[]> {
  const [found] = await rows<{ all: string[] }>(
    demo.DATABASE_URL,
    `SELECT array_agg(DISTINCT text) AS all FROM (
       SELECT unnest(ARRAY[name, email::text, handle::text, password_hash, title, phone, about]) FROM users
       UNION ALL SELECT name FROM communities WHERE kind <> 'company'
       UNION ALL SELECT title FROM threads UNION ALL SELECT left(body, 40) FROM posts
       UNION ALL SELECT split_part(body, '.', 1) FROM posts UNION ALL SELECT name FROM files
       UNION ALL SELECT title FROM milestones UNION ALL SELECT value FROM secrets
       UNION ALL SELECT encode(token_hash, 'hex') FROM sessions UNION ALL SELECT name FROM organisations
     ) AS one (text) WHERE length(text) > 5`,
  );
  const { password, username } = new URL(demo.DATABASE_URL);
  return [...found!.all, ...Object.values(SECRETS), `${username}:${password}`].filter(Boolean);
}

test("holds what somebody needs, and nothing that is anybody's", async () => {
  const [someone] = await rows(
    demo.DATABASE_URL,
    'SELECT name, email::text, handle::text FROM users LIMIT 1',
  );
  const [post] = await rows(demo.DATABASE_URL, `SELECT body FROM posts WHERE length(body) > 60 LIMIT 1`);
  const line = (msg: string, more = {}) =>
    JSON.stringify({ level: 50, time: 'x', context: 'Http', msg, ...more });
  const log = join(stand.folder, 'kring.log');
  await writeFile(
    log,
    [
      line('Cannot tell events up to 7, sends all away'),
      `kring-1  | ${line('Prefixed by Docker')}`,
      line(`Nobody knows ${someone.name} here`),
      line(`duplicate key: Key (email)=(${someone.email}) already exists`),
      line(`Unexpected token, "${post.body.slice(0, 40).replace(/\n/g, ' ')}" is not JSON`),
      line(`refused for ${someone.email} from 203.0.113.9`),
      line(`asked https://intranet.example/?token=abc and sent ${SECRETS.VAPID_PRIVATE_KEY}`),
      line('A stack', {
        err: { type: 'Error', stack: `Error: no "${someone.name}"\n    at f (file:///kring/dist/a.js:1:2)` },
        body: post.body,
      }),
      line('With a field of its own', { user: someone.name, email: someone.email }),
      `not JSON at all, said ${someone.name}`,
      '',
    ].join('\n'),
  );
  const path = await makeBundle({ to: join(stand.folder, 'bundle.tar.gz'), log, server: kring.origin });
  const contents = await contentsOf(path);
  expect([...contents.keys()].sort()).toEqual([
    'about.txt',
    'database.json',
    'doctor.json',
    'doctor.txt',
    'log.jsonl',
    'machine.json',
    'metrics.txt',
    'plans.txt',
    'settings.json',
  ]);
  const all = [...contents.values()].join('\n');
  const found = (await canaries()).filter((canary) => all.toLowerCase().includes(canary.toLowerCase()));
  expect(found).toEqual([]);
  expect(all).not.toMatch(/[\w.]+@[\w-]+\.\w+/);

  expect(JSON.parse(contents.get('settings.json')!)).toEqual({
    ...Object.fromEntries(Object.keys(SECRETS).map((name) => [name, '(set)'])),
    DATABASE_URL: '(set)',
    KRING_DATA: demo.KRING_DATA,
    KRING_ORIGIN: 'http://localhost:3000',
    LOG_LEVEL: 'warn',
  });
  const database = JSON.parse(contents.get('database.json')!);
  expect(database.tables.find(({ table }: any) => table === 'posts')).toMatchObject({
    bytes: expect.any(Number),
  });
  expect(database.migrations.length).toBeGreaterThan(15);
  expect(contents.get('plans.txt')).toMatch(/-- feeds\.home-activity\n.*cost=/);
  expect(contents.get('plans.txt')).not.toContain('not known');
  expect(contents.get('metrics.txt')).toContain('kring_log_head');
  expect(contents.get('doctor.txt')).toMatch(/^counters +ok/m);
  const lines = contents
    .get('log.jsonl')!
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one));
  expect(lines.map(({ msg }) => msg).slice(0, 2)).toEqual([
    'Cannot tell events up to 7, sends all away',
    'Prefixed by Docker',
  ]);
  expect(contents.get('log.jsonl')).toContain('file:///kring/dist/a.js:1:2');
  expect(lines.at(-1)).toEqual({ kept: 8, leftOut: 2 });
});

test('is made however little still works, and never over another file', async () => {
  const path = join(stand.folder, 'poor.tar.gz');
  process.env.DATABASE_URL = 'postgres://kring:kanarie-van-de-database@127.0.0.1:1/kring';
  await makeBundle({ to: path, server: 'http://127.0.0.1:1' });
  process.env.DATABASE_URL = demo.DATABASE_URL;
  const contents = await contentsOf(path);
  expect(contents.get('doctor.txt')).toContain('No database answers');
  expect(contents.get('metrics.txt')).toContain('No server answered');
  expect([...contents.values()].join()).not.toContain('kanarie');
  await expect(makeBundle({ to: path })).rejects.toThrow(Refusal);
});

test.each([
  ['invalid input syntax for type uuid: "geheim"', 'invalid input syntax for type uuid: "…"'],
  [
    "Cannot read properties of undefined (reading 'naam')",
    'Cannot read properties of undefined (reading "…")',
  ],
  ["it doesn't matter, it's fine", "it doesn't matter, it's fine"],
  ['from ::ffff:192.0.2.7 and 2001:db8::1', 'from <network address> and <network address>'],
  ['id 01994f0c-8a51-7c3e-8b1d-2f6f4f0f9a11 stays', 'id 01994f0c-8a51-7c3e-8b1d-2f6f4f0f9a11 stays'],
  [
    'at file:///kring/dist/libs/posts/src/start-thread.service.js:12:3',
    'at file:///kring/dist/libs/posts/src/start-thread.service.js:12:3',
  ],
  ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED <network address>:5432'],
  ['a "quoted \\" end" stays out', 'a "…" stays out'],
])('of "%s" is left "%s"', (message, left) => {
  expect(withoutContent(message)).toBe(left);
});
