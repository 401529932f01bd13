import { setTimeout as pause } from 'node:timers/promises';
import { Database, Replicas, runMigrations } from '#platform';
import { apiOf, type Kring, type Person, startKring } from '#server-testing';
import { type QuietProxy, quietProxy, type TestPrimary, type TestReplica, testPrimary } from '#testing';
import { type Examination, type Examined, examine } from '#upkeep';

/** Access ends within this, and so does the use of a replica that is behind. */
const SOON_MS = 2_000;

let primary: TestPrimary;
let replica: TestReplica;
let proxy: QuietProxy;
let kring: Kring;
let owner: Person;
let sanne: Person;
let place: any;
let thread: any;

beforeAll(async () => {
  primary = await testPrimary();
  await runMigrations(primary.url);
  replica = await primary.replica({ max_standby_streaming_delay: 0 });
  proxy = await quietProxy(replica.url);
  kring = await startKring({
    settings: {
      DATABASE_URL: primary.url,
      // A primary is no replica, and neither is a Postgres of somebody else.
      DATABASE_REPLICA_URLS: `${primary.url}, ${process.env.KRING_TEST_POSTGRES_URL}, ${proxy.url}`,
    },
  });
  owner = await kring.person('Olga');
  sanne = await kring.person('Sanne');
  place = await owner.creates('Brug', { visibility: 'private' });
  await owner.admits(sanne, place);
  thread = await owner.starts(place, 'Begin');
});
afterAll(async () => {
  await kring.stop();
  proxy.close();
  await primary.stop();
});
beforeEach(() => answersFrom('replica', sanne));

async function until(condition: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${condition}`);
    await pause(10);
  }
}

/** How many requests each was asked to answer. */
async function reads(): Promise<Record<string, number>> {
  const { body } = await sanne.api.get<string>('//metrics');
  const found = body.matchAll(/^kring_reads_total\{from="(.+?)"\} (\d+)$/gm);
  return Object.fromEntries(Array.from(found, ([, from, count]) => [from, Number(count)]));
}

/** In the order of DATABASE_REPLICA_URLS. */
async function doctorSays(): Promise<string[]> {
  const { database, settings } = kring;
  const all = examine({ database, settings } as Examined, { only: ['replicas'] });
  const { findings } = (await all.next()).value as Examination;
  return findings.map(({ code }) => code);
}

const ofReplica = (counts: Record<string, number>) => counts[new URL(proxy.url).host] ?? 0;

/** Waits until it is so. */
async function answersFrom(who: 'replica' | 'primary', reader: Person): Promise<void> {
  await until(async () => {
    const before = ofReplica(await reads());
    await reader.reads('/feeds/home');
    return ofReplica(await reads()) > before === (who === 'replica');
  });
}

const bodies = ({ items }: { items: any[] }) => items.map(({ body, post }) => body ?? post.body);
const posts = (reader: Person) => reader.reads(`/threads/${thread.id}/posts?limit=100`);

test('lists are read from the replica that follows this very database, and from no other', async () => {
  const before = await reads();
  for (let count = 0; count < 10; count++)
    expect(bodies(await sanne.reads('/feeds/home'))).toContain('Begin');
  const after = await reads();
  expect(ofReplica(after) - ofReplica(before)).toBe(10);
  expect(Object.keys(after).filter((from) => !['primary', 'fallback'].includes(from))).toEqual([
    new URL(proxy.url).host,
  ]);
});

test('an administrator sees each, and the doctor says which is of no use', async () => {
  const name = new URL(proxy.url).host;
  const of = (names: any[]) => names.find((each) => each.name === name);
  const { database } = await kring.admin.reads('/system');
  expect(database.replicas).toHaveLength(3);
  expect(of(database.replicas)).toEqual({ name, asked: true, lagSeconds: expect.any(Number) });
  expect(database.replicas.filter(({ asked }: any) => asked)).toHaveLength(1);
  const said = await doctorSays();
  expect(said).toEqual(['replicas.other', 'replicas.other', 'replicas.fine']);
});

test('every list is the same as the primary gives, and none needs it', async () => {
  const { id } = sanne;
  const [ofPlace, ofThread, ofPost] = [
    `/communities/${place.id}`,
    `/threads/${thread.id}`,
    `/posts/${thread.post.id}`,
  ];
  const since = new Date(0).toISOString();
  const lists = [
    ...['home', 'everything', 'unanswered'].flatMap((feed) => [
      `/feeds/${feed}`,
      `/feeds/${feed}/count?since=${since}`,
    ]),
    ...['/feeds/bookmarks', '/feeds/topics/beton', `/users/${id}/threads`, '/communities/unread'],
    ...['/conversations', '/catch-up', '/catch-up/count', '/notifications', '/topics'],
    ...['', '/chart', '/filters', '/suggestions', `/${id}`, `/${id}/reports`, `/${id}/communities`].map(
      (path) => `/users${path}`,
    ),
    ...['posts', 'people', 'communities', 'files'].map((kind) => `/search?q=begin&in=${kind}`),
    ...['/communities', '/communities/suggestions'],
    ...['threads', 'files', 'activity', 'members', 'mentionables'].map((path) => `${ofPlace}/${path}`),
    ...[`${ofThread}/posts`, `${ofPost}/edits`, `${ofPost}/reactions`],
  ];
  // The index of words follows the log; both have to have it.
  await until(async () => (await sanne.reads('/search?q=begin&in=posts')).items.length > 0);
  const [, token] = sanne.api.cookie().split('=');
  const program = apiOf(kring.origin);
  const fromPrimary = { authorization: `Bearer ${token}` };
  const before = await reads();
  for (const path of lists) {
    const [one, other] = [await sanne.api.get(path), await program.get(path, fromPrimary)];
    expect({ path, status: one.status, body: one.body }).toEqual({ path, status: 200, body: other.body });
  }
  const after = await reads();
  expect(ofReplica(after) - ofReplica(before)).toBe(lists.length);
  expect(after.fallback ?? 0).toBe(before.fallback ?? 0);
});

test('whoever writes finds it at once, again and again', async () => {
  for (let count = 0; count < 20; count++) {
    const { id } = await sanne.replies(thread, `Woord ${count}`);
    expect((await posts(sanne)).items.map((post: any) => post.id)).toContain(id);
  }
});

test('a new member finds their feed at once', async () => {
  const mila = await kring.person('Mila');
  const open = await mila.creates('Van Mila');
  expect((await mila.reads('/communities?mine=true')).items.map(({ id }: any) => id)).toContain(open.id);
});

/** What is replayed then may end the very statement that asked for it. */
const replayOn = () =>
  replica.query('SELECT pg_wal_replay_resume()').catch((error) => {
    if (!/conflict with recovery/.test(error.message)) throw error;
  });

describe('while the replica stands still', () => {
  beforeEach(() => replica.query('SELECT pg_wal_replay_pause()'));
  afterEach(replayOn);

  test('whoever wrote is answered by the primary, with a cookie and with a token', async () => {
    const device = await sanne.onAnotherDevice();
    const { id } = await device.replies(thread, 'Van mij');
    expect((await posts(device)).items.at(-1).id).toBe(id);
    const [, token] = sanne.api.cookie().split('=');
    const program = await apiOf(kring.origin).get(`/threads/${thread.id}/posts`, {
      authorization: `Bearer ${token}`,
    });
    expect(program.body.items.at(-1).id).toBe(id);
  });

  test('an answer says where the replica stands, and what came later is found after it', async () => {
    const before = await sanne.api.get('/feeds/home');
    await owner.replies(thread, 'Later');
    await until(
      async () =>
        Number((await owner.api.get('/session')).headers.get('kring-seq')) >
        Number(before.headers.get('kring-seq')),
    );
    // Says that it knows nothing later: then the replica will do, as long as it is not too far behind.
    const answer = await sanne.api.get(`/threads/${thread.id}/posts`, {
      'kring-seq': before.headers.get('kring-seq')!,
    });
    const said = Number(answer.headers.get('kring-seq'));
    // The replica may cancel the question for the sake of what it replays.
    let head: number | undefined;
    await until(async () => {
      head = await replica.query('SELECT head::int FROM event_log').then(
        ({ rows }) => rows[0].head,
        () => undefined,
      );
      return head !== undefined;
    });
    const has = bodies(answer.body).includes('Later');
    expect(has || said <= head!).toBe(true);
    // Without saying, nothing is missing that was told.
    expect(bodies(await posts(sanne))).toContain('Later');
  });

  test('a member who was removed reads no more within two seconds, and does not begin again', async () => {
    const tom = await kring.person('Tom');
    await owner.admits(tom, place);
    await replayOn();
    await answersFrom('replica', tom);
    await replica.query('SELECT pg_wal_replay_pause()');
    await owner.removes(tom, place);
    const removed = performance.now();
    const says = { 'kring-seq': '0' };
    while (performance.now() < removed + SOON_MS) await tom.api.get(`/threads/${thread.id}/posts`, says);
    for (let count = 0; count < 20; count++) {
      expect((await tom.api.get(`/threads/${thread.id}/posts`, says)).status).toBe(404);
      expect(bodies((await tom.api.get('/feeds/home', says)).body)).not.toContain('Begin');
      await pause(50);
    }
  });

  test('it is asked no more after a second, and again when it has caught up', async () => {
    await owner.replies(thread, 'Nieuw');
    await answersFrom('primary', sanne);
    expect((await doctorSays()).at(-1)).toBe('replicas.behind');
    await replayOn();
    await answersFrom('replica', sanne);
    expect(bodies(await posts(sanne))).toContain('Nieuw');
  });
});

describe('a replica in trouble is no error for anybody', () => {
  async function readsWhile<T>(trouble: () => Promise<T>): Promise<Set<number>> {
    let over = false;
    const statuses = new Set<number>();
    const reading = Array.from({ length: 8 }, async () => {
      while (!over) statuses.add((await sanne.api.get('/feeds/home')).status);
    });
    await pause(200);
    await trouble();
    await pause(1_500);
    over = true;
    await Promise.all(reading);
    return statuses;
  }

  test('that it cancels a statement because of what it replays', async () => {
    const { fallback = 0 } = await reads();
    const [replicas, database] = [kring.app.get(Replicas), kring.app.get(Database)];
    const { reads: chosen } = replicas.readsFor({ wal: 0, seq: 0 })!;
    const counting = database.onReplica(chosen, () =>
      database.query<{ n: number }>('SELECT count(*)::int AS n, pg_sleep(1) FROM topic_follows'),
    );
    await pause(200);
    await kring.database.query('TRUNCATE topic_follows');
    expect(await counting).toMatchObject([{ n: 0 }]);
    expect((await reads()).fallback).toBe(fallback + 1);
  });

  test('that it is killed, and comes back', async () => {
    expect(await readsWhile(() => replica.kill())).toEqual(new Set([200]));
    await replica.startAgain();
    await answersFrom('replica', sanne);
  });

  test('that it falls silent', async () => {
    expect(await readsWhile(async () => proxy.fallSilent())).toEqual(new Set([200]));
    await answersFrom('primary', sanne);
    expect((await doctorSays()).at(-1)).toBe('replicas.away');
    const { findings, database } = await kring.admin.reads('/system');
    expect(findings.map(({ code }: any) => code)).toContain('replicas.other');
    expect(database.replicas.map(({ asked }: any) => asked)).toEqual([false, false, false]);
  });
});
