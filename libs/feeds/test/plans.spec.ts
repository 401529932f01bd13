import pg from 'pg';
import { createDataSource, Database, type Statement } from '#platform';
import { type Plan, planOf as planIn, type TestDatabase, testDatabase } from '#testing';
import { CATCH_UP, MOST_LISTED, MOST_MOVED } from '../src/catch-up.queries.ts';
import {
  BOOKMARKS,
  COUNT_EVERYTHING,
  COUNT_HOME,
  COUNT_UNANSWERED,
  EVERYTHING,
  HOME,
  OF_PERSON,
  OF_TOPIC,
  UNANSWERED,
  UNREAD,
} from '../src/feeds.queries.ts';

const COMMUNITIES = 200;
const THREADS = 100_000;
const MEMBERSHIPS = 40;
const TOPICS = 250;
const FOLLOWED = 200;
const PAGE = 21;
const START = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
const LATER = ['2026-02-01T00:00:00Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

let scratch: TestDatabase;
let database: Database;
let viewer: string;
let follower: string;
beforeAll(async () => {
  scratch = await testDatabase();
  const dataSource = await createDataSource(scratch.url).initialize();
  database = new Database(dataSource);
  await fill();
  const idOf = async (email: string) =>
    (await database.query<{ id: string }>('SELECT id FROM users WHERE email = $1', [email]))[0]!.id;
  [viewer, follower] = [await idOf('u1@x'), await idOf('u2@x')];
}, 180_000);
afterAll(async () => {
  await database.dataSource.destroy();
  await scratch.drop();
});

/** A company with two years of threads, a third of them in communities that are not public. */
async function fill(): Promise<void> {
  const client = new pg.Client({ connectionString: scratch.url });
  await client.connect();
  const sql = (text: string) => client.query(text);
  // Rows that are right by construction: nothing has to check them one by one.
  await sql(`SET session_replication_role = replica`);
  await sql(`INSERT INTO users (email, handle, name, role, created_at)
    SELECT 'u' || n || '@x', 'u' || n, 'U ' || n, 'member', '2024-01-01' FROM generate_series(1, 100) AS n`);
  await sql(`INSERT INTO communities (kind, visibility, name)
    SELECT 'group', CASE n % 3 WHEN 0 THEN 'secret' ELSE 'public' END, 'C ' || n
    FROM generate_series(1, ${COMMUNITIES}) AS n`);
  await sql(`INSERT INTO memberships (community_id, user_id, read_until)
    SELECT c.id, u.id, '2024-01-01' FROM users AS u
    CROSS JOIN LATERAL (SELECT id FROM communities ORDER BY md5(id::text || u.id) LIMIT ${MEMBERSHIPS}) AS c`);
  await sql(
    `INSERT INTO threads (community_id, author_id, kind, is_public, created_at, activity_at, last_position, reply_count)
     SELECT c.id, u.id, CASE n % 9 WHEN 0 THEN 'question' ELSE 'update' END, c.visibility = 'public',
       '2024-06-01'::timestamptz + n * interval '10 min', '2024-06-01'::timestamptz + n * interval '10 min', 2, 1
     FROM generate_series(1, ${THREADS}) AS n
     JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS k FROM communities) AS c ON c.k = n % ${COMMUNITIES}
     JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS k FROM users) AS u ON u.k = n % 97`,
  );
  await sql(`INSERT INTO posts (thread_id, community_id, author_id, position, body, html, created_at)
    SELECT id, community_id, author_id, position, 'x', '<p>x</p>', activity_at
    FROM threads, generate_series(1, 2) AS position`);
  await sql(`INSERT INTO thread_marks (user_id, thread_id, read_position, bookmarked_at)
    SELECT u.id, t.id, 1, CASE WHEN t.created_at > '2026-02-01' THEN now() END
    FROM users AS u, threads AS t WHERE u.email = 'u1@x'`);
  // Each thread has two of 250 topics; one reader follows 200 of them, and is in nothing.
  await sql(`INSERT INTO thread_topics (topic, community_id, thread_id, is_public, created_at, activity_at)
    SELECT 'topic' || (t.n * k) % ${TOPICS}, t.community_id, t.id, t.is_public, t.created_at, t.activity_at
    FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM threads) AS t, (VALUES (1), (7)) AS two (k)
    ON CONFLICT DO NOTHING`);
  await sql(`INSERT INTO topic_follows (user_id, topic)
    SELECT u.id, 'topic' || n FROM users AS u, generate_series(1, ${FOLLOWED}) AS n WHERE u.email = 'u2@x'`);
  await sql(`DELETE FROM memberships USING users WHERE users.id = user_id AND email = 'u2@x'`);
  await sql('VACUUM ANALYZE');
  await client.end();
}

const planOf = (statement: Statement, values: unknown[]): Promise<Plan> =>
  planIn(database, statement.text, values);

function show(what: string, plan: Plan, rows: number): void {
  if (process.env.KRING_SHOW_PLANS)
    console.info(what, `${plan.milliseconds} ms, ${plan.blocks} blocks, ${rows} rows`, [...plan.indexes]);
}

const CASES: Array<{ feed: string; statement: Statement; more?: string[]; index: string; threads: number }> =
  [
    {
      feed: 'home',
      statement: HOME.activity,
      index: 'threads_by_activity',
      threads: MEMBERSHIPS * PAGE + PAGE,
    },
    {
      feed: 'home, newest',
      statement: HOME.newest,
      index: 'threads_by_age',
      threads: MEMBERSHIPS * PAGE + PAGE,
    },
    {
      feed: 'everything',
      statement: EVERYTHING.activity,
      index: 'public_threads_by_activity',
      threads: MEMBERSHIPS * PAGE + 2 * PAGE,
    },
    {
      feed: 'everything, newest',
      statement: EVERYTHING.newest,
      index: 'public_threads_by_age',
      threads: MEMBERSHIPS * PAGE + 2 * PAGE,
    },
    {
      feed: 'unanswered',
      statement: UNANSWERED.activity,
      index: 'public_unanswered_by_activity',
      threads: MEMBERSHIPS * PAGE + 2 * PAGE,
    },
    {
      feed: 'unanswered, newest',
      statement: UNANSWERED.newest,
      index: 'public_unanswered_by_age',
      threads: MEMBERSHIPS * PAGE + 2 * PAGE,
    },
    { feed: 'bookmarks', statement: BOOKMARKS, index: 'thread_marks_bookmarks', threads: 4 * PAGE },
  ];

describe.each(CASES)('$feed', ({ statement, index, threads }) => {
  test.each([
    ['the first page', START],
    ['a later page', LATER],
  ])('%s costs what it shows and the memberships, however many threads there are', async (_, cursor) => {
    const plan = await planOf(statement, [viewer, false, ...cursor, PAGE]);
    if (process.env.KRING_SHOW_PLANS)
      console.info(
        statement.name,
        cursor[0],
        `${plan.milliseconds} ms, ${plan.blocks} blocks`,
        plan.rows('threads'),
      );
    expect(plan.indexes).toContain(index);
    expect(plan.scanned.filter((table) => /threads|posts|thread_marks/.test(table!))).toEqual([]);
    expect(plan.rows('threads')).toBeLessThanOrEqual(threads);
    expect(plan.rows('posts')).toBeLessThanOrEqual(PAGE * 5);
    expect(plan.rows('thread_marks')).toBeLessThanOrEqual(PAGE * 3);
  });
});

describe('home of somebody who follows 200 topics', () => {
  test.each([
    ['by activity', HOME.activity, 'public_topics_by_activity', START],
    ['by age', HOME.newest, 'public_topics_by_age', START],
    ['a later page', HOME.activity, 'public_topics_by_activity', LATER],
  ])('%s costs a page of each topic, however many threads there are', async (_, statement, index, cursor) => {
    const plan = await planOf(statement, [follower, false, ...cursor, PAGE]);
    show('followed topics', plan, plan.rows('thread_topics'));
    expect(plan.indexes).toContain(index);
    expect(plan.scanned.filter((table) => /thread|posts/.test(table!))).toEqual([]);
    // What it looks for, and two topics of each thread shown.
    expect(plan.rows('thread_topics')).toBeLessThanOrEqual((FOLLOWED + 3) * PAGE);
    expect(plan.rows('threads')).toBeLessThanOrEqual(PAGE * 2);
  });
});

test('the threads of a topic cost what is shown, and what the viewer’s own places say of it', async () => {
  for (const who of [viewer, follower]) {
    const plan = await planOf(OF_TOPIC.activity, [who, false, ...START, PAGE, 'topic7']);
    show('topic', plan, plan.rows('thread_topics'));
    expect(plan.indexes).toContain('public_topics_by_activity');
    expect(plan.scanned.filter((table) => /thread|posts/.test(table!))).toEqual([]);
    expect(plan.rows('thread_topics')).toBeLessThanOrEqual(PAGE * 2 + MEMBERSHIPS * 10);
  }
});

test('the threads of a person are found by their index', async () => {
  const plan = await planOf(OF_PERSON.newest, [viewer, false, ...START, PAGE, viewer]);
  expect(plan.indexes).toContain('threads_by_author');
  expect(plan.scanned).not.toContain('threads');
});

test('counting unread threads looks at a hundred of each community at most', async () => {
  const plan = await planOf(UNREAD, [viewer]);
  if (process.env.KRING_SHOW_PLANS)
    console.info('unread', plan.milliseconds, plan.blocks, plan.rows('threads'));
  expect(plan.rows('threads')).toBeLessThanOrEqual(MEMBERSHIPS * 100);
  expect(plan.scanned.filter((table) => /threads|posts|thread_marks/.test(table!))).toEqual([]);
});

test('catching up looks at the viewer’s communities, each up to a bound, and at nothing whole', async () => {
  const plan = await planOf(CATCH_UP, [viewer, false, MOST_MOVED, MOST_LISTED]);
  if (process.env.KRING_SHOW_PLANS)
    console.info('catch up', plan.milliseconds, plan.blocks, plan.rows('threads'), plan.rows('posts'));
  expect(plan.indexes).toContain('threads_by_activity');
  expect(plan.scanned.filter((table) => /threads|posts|thread_marks/.test(table!))).toEqual([]);
  expect(plan.rows('threads')).toBeLessThanOrEqual(MEMBERSHIPS * MOST_MOVED * 2 + MOST_LISTED * 5);
});

test.each([
  ['home', COUNT_HOME.activity, 'threads_by_activity'],
  ['everything', COUNT_EVERYTHING.newest, 'public_threads_by_age'],
  ['unanswered', COUNT_UNANSWERED.activity, 'public_unanswered_by_activity'],
])('counting %s looks at what it counts, up to its bound', async (_, statement, index) => {
  const week = await planOf(statement, [viewer, false, ...START, 1001, '2026-04-25T00:00:00Z']);
  expect(week.rows('threads')).toBeLessThanOrEqual(2000);
  const ever = await planOf(statement, [viewer, false, ...START, 1001, '2020-01-01T00:00:00Z']);
  if (process.env.KRING_SHOW_PLANS)
    console.info('count', statement.name, week.milliseconds, ever.milliseconds, ever.rows('threads'));
  expect(ever.indexes).toContain(index);
  expect(ever.scanned.filter((table) => /threads|posts|thread_marks/.test(table!))).toEqual([]);
  expect(ever.rows('threads')).toBeLessThanOrEqual((MEMBERSHIPS + 2) * 1001);
});
