import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { io } from 'socket.io-client';
import { apiOf, type Kring, startKring } from '#server-testing';
import { testDatabase } from '#testing';
import { Scrape } from './exposition.ts';

let kring: Kring;
let place: any;
beforeAll(async () => {
  kring = await startKring();
  place = await kring.admin.creates('Nieuwbouw');
});
afterAll(() => kring.stop());

async function scrape(): Promise<Scrape> {
  const { status, body } = await apiOf(kring.origin).get('//metrics');
  expect(status).toBe(200);
  return new Scrape(body);
}

/** Scrapes until it is so: what follows from a change follows a moment later. */
async function until(isSo: (now: Scrape) => boolean): Promise<Scrape> {
  for (let tries = 0; ; tries++) {
    const now = await scrape();
    if (isSo(now) || tries === 100) return now;
    await pause(50);
  }
}

/** Another session of the same database server. */
async function session<T>(work: (client: pg.Client) => Promise<T>, url = kring.settings.DATABASE_URL) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const url = (database: string) =>
  Object.assign(new URL(kring.settings.DATABASE_URL!), { pathname: database });

test('requests are measured by the pattern of their route, so that half and 99 of a hundred can be told', async () => {
  const thread = await kring.admin.starts(place, 'Hoe lang duurt het?');
  for (let n = 0; n < 20; n++) await kring.admin.reads(`/threads/${thread.id}`);
  const now = await scrape();
  const labels = { method: 'GET', route: '/api/v1/threads/:id' };
  const duration = 'kring_http_request_duration_seconds';
  const buckets = now.samples.filter(
    ({ name, labels: of }) =>
      name === `${duration}_bucket` && of.route === labels.route && of.method === 'GET',
  );
  expect(now.of(`${duration}_count`, labels)).toBe(20);
  expect(now.of(`${duration}_sum`, labels)).toBeGreaterThan(0);
  expect(buckets.find(({ labels: { le } }) => le === '+Inf')!.value).toBe(20);
  expect(buckets.map(({ value }) => value)).toEqual(
    buckets.map(({ value }) => value).toSorted((a, b) => a - b),
  );
  expect(now.of('kring_http_requests_total', { ...labels, status: '200' })).toBe(20);
});

/** Without those of Node itself: a kind of garbage collection is counted from when it first happens. */
const seriesOf = ({ samples }: Scrape): string[] =>
  samples
    .filter(({ name }) => !name.startsWith('nodejs_'))
    .map(({ name, labels }) => JSON.stringify([name, labels]))
    .sort();

test('nothing that somebody can send makes a new time series', async () => {
  const stranger = apiOf(kring.origin);
  const probe = async (n: number) => {
    await stranger.get(`/threads/01994f0c-8a51-7c3e-8b1d-${String(n).padStart(12, '0')}`);
    await stranger.get(`//etc/passwd-${n}`);
    await stranger.send(n % 2 ? 'PROPFIND' : 'LOCK', `/search?q=geheim-${n}`);
    await stranger.post('/session', { email: `x${n}@example.com`, password: `geheim-${n}` });
  };
  await probe(0);
  await probe(1);
  const before = await scrape();
  for (let n = 2; n < 30; n++) await probe(n);
  const after = await scrape();
  expect(seriesOf(after)).toEqual(seriesOf(before));
  expect(JSON.stringify(after.samples)).not.toMatch(/geheim|passwd|example\.com|PROPFIND/);
});

test('what was refused is counted by its type', async () => {
  const before = (await scrape()).of('kring_problems_total', { type: 'unauthenticated' }) ?? 0;
  await apiOf(kring.origin).get('/feeds/home');
  expect((await scrape()).of('kring_problems_total', { type: 'unauthenticated' })).toBe(before + 1);
});

test('an open socket is counted, and how long an event took to it', async () => {
  const socket = io(kring.origin, {
    transports: ['websocket'],
    extraHeaders: { cookie: kring.admin.api.cookie(), origin: kring.origin },
  });
  await new Promise((done) => socket.once('connect', () => done(undefined)));
  await socket.emitWithAck('resume', {});
  const delivered = (await scrape()).of('kring_event_delivery_seconds_count') ?? 0;
  await kring.admin.starts(place, 'Wie hoort dit?');
  const now = await until((one) => one.of('kring_event_delivery_seconds_count')! > delivered);
  expect(now.of('kring_event_delivery_seconds_count')).toBeGreaterThan(delivered);
  expect(now.of('kring_sockets')).toBe(1);
  socket.disconnect();
  expect((await until((one) => one.of('kring_sockets') === 0)).of('kring_sockets')).toBe(0);
});

test('a log that stands still shows, in events and in seconds, and that it went on', async () => {
  const stopped = await session(async (other) => {
    await other.query('BEGIN');
    await other.query('SELECT FROM event_log FOR UPDATE');
    await kring.admin.starts(place, 'Wacht op een nummer');
    return until((now) => now.of('kring_outbox_events')! > 0 && now.of('kring_outbox_oldest_seconds')! > 0.1);
  });
  expect(stopped.of('kring_outbox_events')).toBeGreaterThan(0);
  expect(stopped.of('kring_outbox_oldest_seconds')).toBeGreaterThan(0.1);
  const after = await until(
    (now) => now.of('kring_outbox_events') === 0 && now.of('kring_log_lag_events') === 0,
  );
  expect(after.of('kring_outbox_oldest_seconds')).toBe(0);
  expect(after.of('kring_log_position')).toBe(after.of('kring_log_head'));
  expect(after.of('kring_sequencer_active')).toBe(1);
});

test('a consumer that stands still shows by its name', async () => {
  const stopped = await session(async (other) => {
    await other.query('BEGIN');
    await other.query(`SELECT FROM consumers WHERE name = 'search' FOR UPDATE`);
    await kring.admin.starts(place, 'Wordt later gevonden');
    return until((now) => now.of('kring_consumer_lag_seconds', { consumer: 'search' })! > 0.1);
  });
  expect(stopped.of('kring_consumer_lag_events', { consumer: 'search' })).toBeGreaterThan(0);
  const after = await until((now) => now.of('kring_consumer_lag_events', { consumer: 'search' }) === 0);
  expect(after.of('kring_consumer_lag_seconds', { consumer: 'search' })).toBe(0);
});

test('a transaction left open in another database shows its age, and holds nothing up', async () => {
  const elsewhere = await testDatabase(async () => undefined);
  await session(async (other) => {
    await other.query('BEGIN; CREATE TABLE held (id int)');
    const { seq } = await kring.database
      .query<{ seq: number }>('SELECT head AS seq FROM event_log')
      .then(([row]) => row!);
    await kring.admin.starts(place, 'Dit komt toch aan');
    const now = await until(
      (one) => one.of('kring_log_position')! > seq && one.of('kring_log_lag_events') === 0,
    );
    expect(now.of('kring_log_position')).toBeGreaterThan(seq);
    expect(now.of('kring_database_oldest_transaction_seconds')).toBeGreaterThan(0);
  }, elsewhere.url);
  await elsewhere.drop();
});

test('a listener that never reads fills the queue of NOTIFY, and that shows', async () => {
  await session(async (listener) => {
    await listener.query('LISTEN somewhere');
    await listener.query('BEGIN');
    await listener.query('SELECT 1');
    await session((other) =>
      other.query(`SELECT pg_notify('somewhere', n || repeat('x', 7000)) FROM generate_series(1, 200) AS n`),
    );
    expect((await scrape()).of('kring_database_notification_queue_ratio')).toBeGreaterThan(0);
  });
});

test('pushes that are due and old backups can be seen', async () => {
  expect((await scrape()).of('kring_backup_last_timestamp_seconds')).toBe(0);
  await kring.database.query(
    `INSERT INTO backups (made_at, path, bytes, encrypted) VALUES ('2026-03-02T02:30:00Z', '/b', 5, false)`,
  );
  const now = await scrape();
  expect(now.of('kring_backup_last_timestamp_seconds')).toBe(Date.UTC(2026, 2, 2, 2, 30) / 1000);
  expect(now.of('kring_queue_waiting', { queue: 'push' })).toBe(0);
  await kring.database.query(`INSERT INTO dropped_files SELECT uuidv7(), now() - interval '3 hours'`);
  const later = await scrape();
  expect(later.of('kring_queue_waiting', { queue: 'file-removal' })).toBe(1);
  expect(later.of('kring_queue_oldest_seconds', { queue: 'file-removal' })).toBeGreaterThanOrEqual(3 * 3600);
});

test('without a database it still answers, says so, and shows nothing old', async () => {
  const name = new URL(kring.settings.DATABASE_URL!).pathname.slice(1);
  await session(async (other) => {
    await other.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await other.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    const without = await scrape();
    expect(without.of('kring_database_up')).toBe(0);
    for (const unknown of ['kring_log_head', 'kring_outbox_events', 'kring_consumer_lag_events'])
      expect([unknown, without.of(unknown)]).toEqual([unknown, undefined]);
    expect(without.of('process_resident_memory_bytes')).toBeGreaterThan(0);
    await other.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  }, url('postgres').href);
  const again = await until((now) => now.of('kring_database_up') === 1);
  expect(again.of('kring_log_head')).toBeGreaterThan(0);
  const complaints = again.samples.filter(({ name: of }) => of === 'kring_complaints_total');
  expect(complaints.map(({ labels }) => labels.part)).toContain('Sequencer');
});

test('nobody from elsewhere sees it without the token', async () => {
  const ask = (headers: Record<string, string>) =>
    fetch(`${kring.origin}/metrics`, { headers }).then(({ status }) => status);
  expect(await ask({ 'x-forwarded-for': '203.0.113.7' })).toBe(404);
  expect(await ask({ 'x-forwarded-for': '203.0.113.7', authorization: 'Bearer ' })).toBe(404);
});
