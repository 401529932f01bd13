import pg from 'pg';
import { TEXT_OF_A_POST } from '#search';
import { type TestDatabase, testDatabase } from '#testing';
import { recountAll } from '../recount/recount.ts';
import { fill } from './fill.ts';
import type { Size } from './sizes.ts';

const SIZE: Size = { posts: 3_000, people: 120, communities: 30 };

let database: TestDatabase;
let client: pg.Client;
let indexes: unknown[];

const INDEXES = `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname`;

const fillWith = (
  size: Size,
  people: number,
  companyId?: string,
  handles: string[] = [],
  onProgress: () => void = () => undefined,
) =>
  fill({
    url: database.url,
    size,
    organisation: 'Testbouw',
    passwordHash: 'x',
    peopleBefore: people,
    handlesBefore: new Set(handles),
    companyId,
    onProgress,
  });

async function rows(text: string): Promise<any[]> {
  return (await client.query(text)).rows;
}

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  indexes = await rows(INDEXES);
  await expect(
    fillWith(SIZE, 0, undefined, [], () => {
      throw new Error('interrupted');
    }),
  ).rejects.toThrow('interrupted');
  expect(await rows('SELECT FROM posts UNION ALL SELECT FROM users')).toEqual([]);
  expect(await rows(INDEXES)).toEqual(indexes);
  await fillWith(SIZE, 0);
});

afterAll(async () => {
  await client?.end();
  await database?.drop();
});

describe('made-up data', () => {
  test('has exactly as many posts, people and communities as asked', async () => {
    const [counts] = await rows(`
      SELECT (SELECT count(*)::int FROM posts) AS posts, (SELECT count(*)::int FROM users) AS people,
             (SELECT count(*)::int FROM communities WHERE kind IN ('project', 'group')) AS communities`);
    expect(counts).toEqual(SIZE);
  });

  test('has every index, and left nothing when it was interrupted before', async () => {
    expect(indexes.length).toBeGreaterThan(50);
    expect(await rows(INDEXES)).toEqual(indexes);
  });

  test('needs no recount', async () => {
    expect((await recountAll(database.url, { fix: false })).filter(({ wrong }) => wrong > 0)).toEqual([]);
  });

  test('keeps every foreign key, though they were not checked while it was written', async () => {
    const keys = await rows(`
      SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent,
             (SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[1]) AS key,
             (SELECT attname FROM pg_attribute WHERE attrelid = confrelid AND attnum = confkey[1]) AS id
      FROM pg_constraint WHERE contype = 'f'`);
    expect(keys.length).toBeGreaterThan(20);
    for (const { child, parent, key, id } of keys) {
      const lost = await rows(
        `SELECT ${key} FROM ${child} AS c WHERE ${key} IS NOT NULL
         AND NOT EXISTS (SELECT FROM ${parent} AS p WHERE p.${id} = c.${key}) LIMIT 1`,
      );
      expect({ child, key, lost }).toEqual({ child, key, lost: [] });
    }
  });

  test('puts every employee into the company and gives each a stream of their own, and no guest', async () => {
    const [counts] = await rows(`
      SELECT count(*) FILTER (WHERE u.role <> 'guest')::int AS employees,
             count(*) FILTER (WHERE m.user_id IS NOT NULL)::int AS "inCompany",
             count(*) FILTER (WHERE s.id IS NOT NULL)::int AS "withStream",
             count(*) FILTER (WHERE u.role = 'guest' AND (m.user_id IS NOT NULL OR s.id IS NOT NULL))::int AS wrong
      FROM users AS u
      LEFT JOIN communities AS company ON company.kind = 'company'
      LEFT JOIN memberships AS m ON m.user_id = u.id AND m.community_id = company.id
      LEFT JOIN communities AS s ON s.person_id = u.id`);
    expect(counts).toEqual({ employees: 119, inCompany: 119, withStream: 119, wrong: 0 });
  });

  test('gives every community an owner, and lets only members write', async () => {
    const ownerless = await rows(`SELECT id FROM communities AS c WHERE NOT EXISTS (
      SELECT FROM memberships AS m WHERE m.community_id = c.id AND m.role = 'owner')`);
    const strangers = await rows(`SELECT id FROM posts AS p WHERE NOT EXISTS (
      SELECT FROM memberships AS m WHERE m.community_id = p.community_id AND m.user_id = p.author_id)`);
    expect([ownerless, strangers]).toEqual([[], []]);
  });

  test('is found by the words that the search lib would find it by', async () => {
    const differing = await rows(`
      SELECT p.id FROM posts AS p JOIN threads AS t ON t.id = p.thread_id
      LEFT JOIN post_words AS w ON w.post_id = p.id
      WHERE w.words IS DISTINCT FROM ${TEXT_OF_A_POST} LIMIT 1`);
    expect(differing).toEqual([]);
  });

  test('has threads as people make them: most short, positions dense, ids in order of time', async () => {
    const [shape] = await rows(`
      SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY reply_count) AS median, max(reply_count) AS most FROM threads`);
    expect(shape.median).toBeLessThanOrEqual(5);
    expect(shape.most).toBeGreaterThan(15);
    const disorder = await rows(`
      SELECT id FROM (
        SELECT id, position, row_number() OVER (PARTITION BY thread_id ORDER BY id) AS place FROM posts
      ) AS p WHERE position <> place LIMIT 1`);
    expect(disorder).toEqual([]);
  });

  test('can be added to what is there', async () => {
    const [{ id, handles }] = await rows(`
      SELECT id, ARRAY(SELECT handle::text FROM users UNION ALL SELECT handle::text FROM communities) AS handles
      FROM communities WHERE kind = 'company'`);
    await fillWith({ posts: 200, people: 20, communities: 20 }, 120, id, handles);
    const [{ people, admins }] = await rows(
      `SELECT count(*)::int AS people, count(*) FILTER (WHERE role = 'admin')::int AS admins FROM users`,
    );
    expect({ people, admins }).toEqual({ people: 140, admins: 1 });
    expect((await recountAll(database.url, { fix: false })).filter(({ wrong }) => wrong > 0)).toEqual([]);
  });
});

describe('a recount', () => {
  test('names a counter that is wrong and sets it right when asked', async () => {
    await rows(
      'UPDATE threads SET reply_count = reply_count + 1 WHERE id = (SELECT id FROM threads LIMIT 1)',
    );
    await rows(`UPDATE posts SET reactions = '{"👍": 900}' WHERE id = (SELECT id FROM posts LIMIT 1)`);
    const found = await recountAll(database.url, { fix: true });
    const wrong = found.filter((one) => one.wrong > 0);
    expect(wrong.map(({ counter, wrong: rows, corrected }) => [counter, rows, corrected])).toEqual([
      ['replies of threads', 1, 1],
      ['reactions of posts', 1, 1],
    ]);
    expect((await recountAll(database.url, { fix: false })).filter(({ wrong }) => wrong > 0)).toEqual([]);
  });
});
