import pg from 'pg';
import { createDataSource, Database, type Statement, type Transaction } from '#platform';
import { type TestDatabase, testDatabase } from '#testing';
import { CATCH_UP, MOST_LISTED, MOST_MOVED } from '../src/catch-up.queries.ts';
import {
  BOOKMARKS,
  COUNT_EVERYTHING,
  COUNT_HOME,
  COUNT_UNANSWERED,
  EVERYTHING,
  HOME,
  OF_PERSON,
  UNANSWERED,
  UNREAD,
} from '../src/feeds.queries.ts';

const COMMUNITIES = 200;
const THREADS = 100_000;
const MEMBERSHIPS = 40;
const PAGE = 21;
const START = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
const LATER = ['2026-02-01T00:00:00Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

let scratch: TestDatabase;
let database: Database;
let viewer: string;
beforeAll(async () => {
  scratch = await testDatabase();
  const dataSource = await createDataSource(scratch.url).initialize();
  database = new Database(dataSource);
  await fill();
  [{ id: viewer }] = (await database.query<{ id: string }>(`SELECT id FROM users WHERE email = 'u1@x'`)) as [
    any,
  ];
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
  await sql('VACUUM ANALYZE');
  await client.end();
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Node[];
}

/** What a prepared statement does once its plan does not look at the values any more. */
async function planOf(statement: Statement, values: unknown[]) {
  return database.transaction(async (transaction: Transaction) => {
    await transaction.query(`SET LOCAL plan_cache_mode = force_generic_plan`);
    await transaction.query(`PREPARE measured AS ${statement.text}`);
    const literals = values.map((value) => (typeof value === 'string' ? `'${value}'` : String(value)));
    const execute = `EXECUTE measured (${literals.join(', ')})`;
    await transaction.query(execute);
    const [{ 'QUERY PLAN': plan }] = (await transaction.query<any>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${execute}`,
    )) as [any];
    await transaction.query('DEALLOCATE measured');
    const nodes = flat(plan[0].Plan);
    const root = plan[0].Plan as Node;
    return {
      milliseconds: plan[0]['Execution Time'] as number,
      blocks: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
      indexes: new Set(nodes.map((node) => node['Index Name']).filter(Boolean)),
      scanned: nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']),
      rows: (table: string) =>
        nodes
          .filter((node) => node['Relation Name'] === table)
          .reduce(
            (sum, node) =>
              sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
            0,
          ),
    };
  });
}
const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];

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
