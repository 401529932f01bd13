import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import {
  type Api,
  apiOf,
  type Balancer,
  balancer,
  compileServer,
  Follower,
  freePort,
  must,
  ServerProcess,
  socketAt,
} from '#server-testing';
import { type TestDatabase, testDatabase } from '#testing';

const PASSWORD = 'dijkgraaf-fiets-47';

let database: TestDatabase;
let client: pg.Client;
let front: Balancer;
let ports: number[];
const webs: ServerProcess[] = [];
let worker: ServerProcess | null = null;
let admin: Api;
let place: any;
let thread: any;

const web = (port: number) =>
  new ServerProcess(port, {
    DATABASE_URL: database.url,
    KRING_ROLE: 'web',
    KRING_ORIGIN: front.origin,
    DRAIN_SECONDS: '1',
  });

beforeAll(async () => {
  compileServer();
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  ports = [await freePort(), await freePort()];
  front = await balancer(ports);
  webs.push(...ports.map(web));
  await front.has(2);
  admin = apiOf(front.origin);
  const setUp = { name: 'Ada', email: 'ada@example.com', password: PASSWORD };
  await must(
    admin.post('/setup', { code: 'a-code-for-tests', organisation: { name: 'Testbouw' }, admin: setUp }),
  );
  place = await must(admin.post('/communities', { name: 'Bouw', kind: 'project', visibility: 'public' }));
  thread = await must(admin.post(`/communities/${place.id}/threads`, { kind: 'update', body: 'Begin' }));
}, 120_000);

afterAll(async () => {
  await Promise.all([...webs, worker].map((each) => each?.stop('SIGKILL')));
  front.close();
  await client.end();
  await database.drop();
});

async function person(name: string): Promise<Api> {
  const { token } = await must<any>(admin.post('/invitations', { role: 'member' }));
  const api = apiOf(front.origin);
  const email = `${name}@example.com`;
  await must(api.post(`/invitations/${token}/accept`, { name, email, password: PASSWORD }));
  await must(api.post(`/communities/${place.id}/join`));
  return api;
}

async function until(condition: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${condition}`);
    await pause(20);
  }
}

const notifications = async (api: Api): Promise<any[]> => (await must<any>(api.get('/notifications'))).items;

test('what follows from events is done by a worker alone, and people are served by others', async () => {
  const sanne = await person('Sanne');
  await must(admin.post(`/threads/${thread.id}/posts`, { body: 'Vraag aan @sanne' }));
  const { rows } = await client.query('SELECT head::int FROM event_log');
  await pause(500);
  expect(await notifications(sanne)).toEqual([]);
  expect((await client.query('SELECT FROM consumers')).rowCount).toBe(0);

  worker = await new ServerProcess(await freePort(), {
    DATABASE_URL: database.url,
    KRING_ROLE: 'worker',
  }).ready();
  await until(async () => (await notifications(sanne)).length === 1);
  expect(rows[0].head).toBeGreaterThan(0);

  const statusOf = async (path: string, init?: RequestInit) =>
    (await fetch(`${worker!.origin}${path}`, init)).status;
  for (const path of ['/healthz', '/readyz', '/metrics']) expect(await statusOf(path)).toBe(200);
  const cookie = sanne.cookie();
  for (const path of [
    '/',
    '/api/v1/session',
    '/api/v1/feeds/home',
    '/api/docs',
    '/manifest.webmanifest',
    '/socket.io/',
  ])
    expect(await statusOf(path, { headers: { cookie } })).toBe(404);
  const refused = socketAt(worker.origin, cookie);
  await new Promise((done) => refused.once('connect_error', done));
  refused.disconnect();
}, 60_000);

test('two web processes are restarted one after the other: no request fails, no event is lost or told twice', async () => {
  const people = [await person('Tom'), await person('Mila')];
  const cursor = Number((await admin.get('/session')).headers.get('kring-seq'));
  const followers = [admin, ...people].map((api) => new Follower(front.origin, api, cursor));
  const written = new Set<string>();
  const failed: string[] = [];
  let over = false;

  const repeat = async (act: () => Promise<{ status: number }>): Promise<void> => {
    while (!over) {
      const answer = await act().catch((error) => ({ status: error.message }));
      if (!(answer.status < 300)) failed.push(String(answer.status));
      await pause(15);
    }
  };
  const writes = (api: Api) => async () => {
    const id = uuidv7();
    const answer = await api.post(`/threads/${thread.id}/posts`, { id, body: 'Woord' });
    if (answer.status < 300) written.add(id);
    return answer;
  };
  const busy = people.flatMap((api) => [
    repeat(writes(api)),
    repeat(() => api.get('/feeds/home')),
    repeat(() => api.get(`/threads/${thread.id}/posts`)),
  ]);

  for (const [at, port] of ports.entries()) {
    await pause(300);
    expect(await webs[at]!.stop()).toBe(0);
    webs[at] = await web(port).ready();
    await front.has(2);
  }
  await pause(300);
  over = true;
  await Promise.all(busy);

  expect(failed).toEqual([]);
  expect(front.failures).toEqual([]);
  for (const { told, lost } of followers) {
    await until(() => told.length >= written.size);
    expect(new Set(told.map(({ id }) => id))).toEqual(written);
    expect(told.map(({ seq }) => seq)).toEqual(
      [...new Set(told.map(({ seq }) => seq))].toSorted((a, b) => a - b),
    );
    expect(lost).toEqual([]);
  }
  for (const follower of followers) follower.leave();
}, 90_000);

/** Sessions of people who have nothing but these; as many sockets as one person may have go with each. */
async function sessions(count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'));
  await client.query(
    `WITH people AS (
       INSERT INTO users (email, handle, name, role)
       SELECT n || '@crowd.example', 'crowd' || n, 'Crowd', 'member' FROM generate_series(1, $1) AS n RETURNING id)
     INSERT INTO sessions (user_id, token_hash, expires_at)
     SELECT id, ($2::bytea[])[row_number() OVER ()], now() + interval '1 day' FROM people`,
    [count, tokens.map((token) => createHash('sha256').update(token).digest())],
  );
  return tokens.map((token) => `kring=${token}`);
}

test('a process with 500 sockets, some of which do not listen, says good-bye to each and ends by itself', async () => {
  const { origin, port } = webs[0]!;
  const cookies = await sessions(25);
  const sockets = cookies.flatMap((cookie) =>
    Array.from({ length: 20 }, () => socketAt(origin, cookie, front.origin)),
  );
  await until(() => sockets.every(({ connected }) => connected), 30_000);
  let told = 0;
  for (const socket of sockets) socket.on('going-away', () => told++);
  // Connections that are open and say nothing, as browsers keep them, and a socket that never reads.
  const idle = await Promise.all(Array.from({ length: 10 }, () => silent(port, 'GET /healthz HTTP/1.1')));
  const deaf = await silent(port, `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1`, admin.cookie());
  expect(await webs[0]!.stop()).toBe(0);
  expect(told).toBe(500);
  for (const socket of sockets) socket.disconnect();
  for (const socket of [...idle, deaf]) socket.destroy();
  webs[0] = await web(port).ready();
}, 60_000);

/** Sends a request, waits for the beginning of the answer, and is not heard of again. */
async function silent(port: number, line: string, cookie = '') {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const upgrade = line.includes('socket.io')
    ? `Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n`
    : '';
  socket.write(
    `${line}\r\nHost: localhost\r\nOrigin: ${front.origin}\r\nCookie: ${cookie}\r\n${upgrade}\r\n`,
  );
  await new Promise((done) => socket.once('data', done));
  socket.pause();
  return socket;
}

test('a schema that was changed by a newer version, in a way that this one cannot work with, is refused', async () => {
  const change = `'DropThreads1999999999999'`;
  await client.query(`INSERT INTO migrations ("timestamp", name) VALUES (1999999999999, ${change})`);
  const refused = new ServerProcess(await freePort(), { DATABASE_URL: database.url });
  expect(await refused.ended()).toBe(78);
  expect(refused.complaint).toContain('changed by a newer Kring');
  expect(refused.complaint).toContain('Start that newer version, or restore a backup');
  await client.query(`INSERT INTO schema_changes VALUES (${change}, false)`);
  const taken = await new ServerProcess(await freePort(), { DATABASE_URL: database.url }).ready();
  expect(await taken.stop()).toBe(0);
}, 60_000);
