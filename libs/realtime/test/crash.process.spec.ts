import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { type Api, apiOf } from '#server-testing';
import { type TestDatabase, testDatabase } from '#testing';
import { type Listener, quiet, tryConnect } from './listener.ts';

const ROOT = join(import.meta.dirname, '../../..');
const ROUNDS = 8;
const PASSWORD = 'dijkgraaf-fiets-47';

let database: TestDatabase;
let folder: string;
let port: number;
let origin: string;
let server: ChildProcess | null = null;

/** A real server process, from the compiled sources, as it runs in earnest. */
async function startServer(): Promise<void> {
  server = spawn(process.execPath, ['dist/apps/server/src/main.js'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      DATABASE_URL: database.url,
      KRING_DATA: folder,
      PORT: String(port),
      KRING_SETUP_CODE: 'a-code-for-tests',
      REQUESTS_PER_MINUTE: '0',
      LOG_LEVEL: 'fatal',
    },
  });
  for (let tries = 0; tries < 600; tries++) {
    if (
      await fetch(`${origin}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await quiet(25);
  }
  throw new Error('the server does not start');
}

async function kill(): Promise<void> {
  const gone = new Promise((done) => server!.once('exit', done));
  server!.kill('SIGKILL');
  await gone;
}

beforeAll(async () => {
  const compile = `import('./scripts/compile.mjs').then(({ compileServer }) => compileServer())`;
  execFileSync(process.execPath, ['-e', compile], { cwd: ROOT, stdio: 'inherit' });
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'kring-crash-'));
  port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address() as { port: number };
      probe.close(() => resolve(address.port));
    });
  });
  origin = `http://localhost:${port}`;
  await startServer();
}, 120_000);

afterAll(async () => {
  if (server) await kill();
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

async function must<T = any>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Sends until there is an answer, as the web client does: the same id each time. */
async function replies(api: Api, threadId: string, id: string, body: string): Promise<number> {
  for (let tries = 1; ; tries++) {
    const answer = await api.post(`/threads/${threadId}/posts`, { id, body }).catch(() => null);
    if (answer && answer.status < 300) return tries;
    if (answer && answer.status < 500)
      throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    if (tries > 600) throw new Error('no answer');
    await quiet(20 + Math.random() * 50);
  }
}

/** A client that comes back whenever it is cut, from where it stood. */
async function follow(api: Api, cursor: number, isOver: () => boolean): Promise<Listener['told']> {
  const told: Listener['told'] = [];
  let from = cursor;
  const kring = { settings: { origin } } as never;
  for (;;) {
    const over = isOver();
    const { listener, refusal } = await tryConnect(kring, { extraHeaders: { cookie: api.cookie(), origin } });
    const answer = refusal ? null : await listener.ask('resume', { cursor: from }).catch(() => null);
    if (answer?.reload) throw new Error('asked to load anew');
    while (answer && listener.socket.connected && !isOver()) await quiet(20);
    if (answer && over) await quiet(500);
    listener.leave();
    told.push(...listener.told);
    from = Math.max(from, ...listener.told.map(({ seq }) => seq));
    if (answer && over) return told;
    await quiet(20 + Math.random() * 80);
  }
}

test('killed again and again while people post: nothing accepted is lost, doubled or told twice', async () => {
  const admin = apiOf(origin);
  await must(
    admin.post('/setup', {
      code: 'a-code-for-tests',
      organisation: { name: 'Testbouw' },
      admin: { name: 'Ada', email: 'ada@example.com', password: PASSWORD },
    }),
  );
  const people: Api[] = [];
  for (const name of ['Sanne', 'Tom', 'Mila']) {
    const { token } = await must(admin.post('/invitations', { role: 'member' }));
    const api = apiOf(origin);
    const email = `${name}@example.com`;
    await must(api.post(`/invitations/${token}/accept`, { name, email, password: PASSWORD }));
    people.push(api);
  }
  const place = await must(
    admin.post('/communities', { name: 'Bouw', kind: 'project', visibility: 'public' }),
  );
  for (const api of people) await must(api.post(`/communities/${place.id}/join`));
  const thread = await must(
    admin.post(`/communities/${place.id}/threads`, { kind: 'update', body: 'Hier gebeurt het' }),
  );
  const cursor = Number((await admin.get(`/threads/${thread.id}`)).headers.get('kring-seq'));

  let writing = true;
  let over = false;
  let retries = 0;
  const accepted = new Map<string, string>();
  const write = async (api: Api, name: string) => {
    for (let count = 0; writing; count++) {
      const id = uuidv7();
      retries += (await replies(api, thread.id, id, `${name} ${count}`)) - 1;
      accepted.set(id, `${name} ${count}`);
      await quiet(Math.random() * 30); // As fast as can be only fills the machine, and makes no kill more harmful.
    }
  };
  const following = Promise.all([admin, ...people].map((api) => follow(api, cursor, () => over)));
  const writers = Promise.all(people.flatMap((api, at) => [write(api, `a${at}`), write(api, `b${at}`)]));
  for (let round = 0; round < ROUNDS; round++) {
    await quiet(300 + Math.random() * 1_200);
    await kill();
    await startServer();
  }
  await quiet(500);
  writing = false;
  await writers;

  const stored: any[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const page: any = await must(
      admin.get(`/threads/${thread.id}/posts?limit=100${next && `&cursor=${next}`}`),
    );
    stored.unshift(...page.items);
    next = page.next;
  }
  const all = stored.filter(({ position }) => position > 1);
  expect(retries).toBeGreaterThan(ROUNDS);
  expect(all.map(({ position }) => position)).toEqual(all.map((_, at) => at + 2));
  expect(new Map(all.map(({ id, body }) => [id, body]))).toEqual(accepted);
  expect((await must(admin.get(`/threads/${thread.id}`))).replyCount).toBe(accepted.size);

  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const numbers = async () =>
    (
      await client.query(`SELECT head::int, (SELECT count(*)::int FROM outbox) AS left,
        (SELECT count(*)::int FROM events) AS kept, (SELECT min(seq)::int FROM consumers) AS done FROM event_log`)
    ).rows[0];
  for (let tries = 0; tries < 500; tries++) {
    const { head, left, done } = await numbers();
    if (left === 0 && done === head) break;
    await quiet(20);
  }
  const { head, left, kept, done } = await numbers();
  expect({ left, kept, done }).toEqual({ left: 0, kept: head, done: head });
  await client.end();

  over = true;
  for (const told of await following) {
    const seqs = told.map(({ seq }) => seq);
    expect(seqs).toEqual([...new Set(seqs)].toSorted((a, b) => a - b));
    const replied = told.filter(({ type }) => type === 'post.replied').map(({ data }) => data.post);
    expect(replied).toHaveLength(accepted.size);
    expect(new Map(replied.map(({ id, body }) => [id, body]))).toEqual(accepted);
  }
  const { items } = await must(admin.get('/notifications'));
  const notified = items.filter(({ kind }: any) => kind === 'reply');
  expect(notified).toMatchObject([{ actorCount: 3, threadId: thread.id }]);
}, 180_000);
