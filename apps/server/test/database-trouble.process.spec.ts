import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { type Api, apiOf, compileServer, Follower, freePort, must, ServerProcess } from '#server-testing';
import { type TestPrimary, testPrimary } from '#testing';

/** The address that people would use; the processes stand behind it. */
const ORIGIN = 'http://localhost:3000';
const ADA = { email: 'ada@example.com', password: 'dijkgraaf-fiets-47' };

let primary: TestPrimary;
let client: pg.Client;
let first: ServerProcess;
let admin: Api;
let thread: any;

const start = async (role: string): Promise<ServerProcess> =>
  new ServerProcess(await freePort(), {
    DATABASE_URL: primary.url,
    DATABASE_POOL: '6',
    KRING_ROLE: role,
    KRING_ORIGIN: ORIGIN,
  }).ready();

async function connect(): Promise<void> {
  client = new pg.Client({ connectionString: primary.url });
  client.on('error', () => undefined);
  await client.connect();
}

beforeAll(async () => {
  compileServer();
  primary = await testPrimary();
  await connect();
  first = await start('all');
  admin = apiOf(first.origin, ORIGIN);
  await must(
    admin.post('/setup', {
      code: 'a-code-for-tests',
      organisation: { name: 'Testbouw' },
      admin: { name: 'Ada', ...ADA },
    }),
  );
  const place = await must<any>(
    admin.post('/communities', { name: 'Bouw', kind: 'project', visibility: 'public' }),
  );
  thread = await must(admin.post(`/communities/${place.id}/threads`, { kind: 'update', body: 'Begin' }));
}, 120_000);

afterAll(async () => {
  await first.stop('SIGKILL');
  await client.end().catch(() => undefined);
  await primary.stop();
});

async function until(condition: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${condition}`);
    await pause(20);
  }
}

/** People who reply, each word again until it is taken, as the web client does. */
class Writers {
  readonly written: string[] = [];
  /** What they were answered when it was not taken. */
  readonly refusals = new Set<string>();
  private over = false;
  private readonly busy: Promise<void>[];

  constructor(api: Api, count: number) {
    this.busy = Array.from({ length: count }, () => this.write(api));
  }

  async rest(): Promise<void> {
    this.over = true;
    await Promise.all(this.busy);
  }

  private async write(api: Api): Promise<void> {
    while (!this.over) {
      const id = uuidv7();
      for (;;) {
        const answer = await api.post(`/threads/${thread.id}/posts`, { id, body: 'Woord' });
        if (answer.status < 300) break;
        this.refusals.add(`${answer.status} ${answer.headers.get('retry-after')}`);
        await pause(20);
      }
      this.written.push(id);
      await pause(5);
    }
  }
}

const position = async () => Number((await admin.get('/session')).headers.get('kring-seq'));

async function hearsAll({ told, lost }: Follower, { written }: Writers): Promise<void> {
  await until(() => told.length >= written.length).catch((error) => {
    throw new Error(`${error.message}; told ${told.length} of ${written.length}; lost ${lost}`);
  });
  const seqs = told.map(({ seq }) => seq);
  expect(seqs).toEqual([...new Set(seqs)].toSorted((a, b) => a - b));
  expect(told.map(({ id }) => id).toSorted()).toEqual(written.toSorted());
}

test('Postgres crashes twice under load: requests wait or are told to come again, and nothing accepted is lost or told twice', async () => {
  const follower = new Follower(first.origin, admin, await position(), ORIGIN);
  const writers = new Writers(admin, 6);
  for (let round = 0; round < 2; round++) {
    await pause(500);
    await primary.restart();
  }
  await pause(500);
  await writers.rest();
  expect([...writers.refusals].filter((refusal) => refusal !== '503 2')).toEqual([]);
  await hearsAll(follower, writers);
  follower.leave();
  await connect();
  // No error that nobody waited for, and no connection given back twice: either would be said there.
  expect(first.complaint).toBe('');
}, 60_000);

test('sessions that the database ends leave no hole in the pool', async () => {
  const writers = new Writers(admin, 12);
  for (let round = 0; round < 6; round++) {
    await pause(100);
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'kring%'`,
    );
  }
  await pause(200);
  await writers.rest();
  expect([...writers.refusals].filter((refusal) => refusal !== '503 2')).toEqual([]);

  const connections = async () => {
    const { body } = await admin.get<string>('//metrics');
    const gauge = (state: string) =>
      Number(new RegExp(`^kring_database_connections\\{state="${state}"\\} (\\d+)$`, 'm').exec(body)?.[1]);
    const { rows } = await client.query(
      `SELECT count(*)::int AS open FROM pg_stat_activity WHERE application_name = 'kring'`,
    );
    return { used: gauge('used'), total: gauge('used') + gauge('idle'), open: rows[0].open };
  };
  // What the server does by itself takes one now and then; one that is lost stays used.
  await until(async () => (await connections()).used <= 1);
  const { total, open } = await connections();
  // Two may be of the reserve, which is not of the pool.
  expect(total).toBeLessThanOrEqual(open);
  expect(total).toBeGreaterThanOrEqual(open - 2);
  const answers = await Promise.all(Array.from({ length: 30 }, () => admin.get('/communities')));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(first.complaint).toBe('');
}, 60_000);

test('a process that is frozen while it numbers events is replaced, and goes on in second place when it wakes', async () => {
  const holder = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 7264002 AND granted`;
  await until(async () => (await client.query(holder)).rowCount === 1);
  const [before] = (await client.query(holder)).rows;
  const second = await start('web');
  const there = apiOf(second.origin, ORIGIN);
  await must(there.post('/session', ADA));
  const cursor = await position();
  const followers = [
    new Follower(first.origin, admin, cursor, ORIGIN),
    new Follower(second.origin, there, cursor, ORIGIN),
  ];
  await pause(300);

  first.signal('SIGSTOP');
  const writers = new Writers(there, 2);
  await until(async () => {
    const { rows } = await client.query(holder);
    return rows.length === 1 && rows[0].pid !== before.pid;
  });
  await until(() => followers[1]!.told.length > 10);
  first.signal('SIGCONT');
  const also = new Writers(admin, 2);
  await pause(500);
  await Promise.all([writers.rest(), also.rest()]);
  writers.written.push(...also.written);
  for (const follower of followers) {
    await hearsAll(follower, writers);
    follower.leave();
  }
  await until(async () => (await client.query('SELECT FROM outbox')).rowCount === 0);
  const { rows } = await client.query(
    'SELECT head::int, (SELECT count(*)::int FROM events) AS kept FROM event_log',
  );
  expect(rows[0].kept).toBe(rows[0].head);
  expect((await client.query(holder)).rowCount).toBe(1);
  await second.stop('SIGKILL');
}, 60_000);
