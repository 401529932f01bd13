import pg from 'pg';
import { type TestDatabase, testDatabase } from '#testing';
import { createIndex } from '../../migrations/online/create-index.ts';
import { inBatches } from '../../migrations/online/in-batches.ts';
import { faultsOf } from './faults.mjs';

type Db = { query(text: string): Promise<any> };

/** A migration that says these statements, one after the other, and is as `more` says. */
const saying = (statements: string[], more: object = {}) =>
  class {
    constructor() {
      Object.assign(this, more);
    }
    async up(db: Db) {
      for (const statement of statements) await db.query(statement);
    }
  };

const doing = (up: (db: any) => Promise<void>, more: object = {}) =>
  class {
    up = up;
    constructor() {
      Object.assign(this, more);
    }
  };

const REFUSED = [
  ['blocks-table', 'CREATE INDEX posts_by_x ON posts (x)'],
  ['blocks-table', 'CREATE UNIQUE INDEX ON posts (lower(x))'],
  ['blocks-table', 'CREATE INDEX CONCURRENTLY posts_by_x ON posts (x)'],
  ['blocks-table', 'LOCK TABLE posts IN SHARE MODE'],
  ['blocks-table', 'VACUUM FULL posts'],
  ['blocks-table', 'VACUUM (FULL, ANALYZE) posts'],
  ['blocks-table', 'CLUSTER posts USING posts_pkey'],
  ['blocks-table', 'REINDEX TABLE posts'],
  ['blocks-table', 'REFRESH MATERIALIZED VIEW totals'],
  ['rewrites-table', 'ALTER TABLE posts ADD COLUMN code uuid DEFAULT uuidv7()'],
  ['rewrites-table', 'ALTER TABLE posts ADD COLUMN at timestamptz DEFAULT clock_timestamp()'],
  ['rewrites-table', 'ALTER TABLE posts ADD n bigserial'],
  ['rewrites-table', 'ALTER TABLE posts ADD n bigint GENERATED ALWAYS AS IDENTITY'],
  ['rewrites-table', 'ALTER TABLE posts ADD words int GENERATED ALWAYS AS (length(body)) STORED'],
  ['rewrites-table', 'ALTER TABLE posts ALTER COLUMN position TYPE bigint'],
  ['rewrites-table', 'ALTER TABLE posts SET UNLOGGED'],
  ['rewrites-table', 'ALTER TABLE posts SET TABLESPACE fast'],
  ['checks-all-rows', 'ALTER TABLE posts ALTER x SET NOT NULL'],
  ['checks-all-rows', 'ALTER TABLE posts ADD COLUMN z int CHECK (z > 0)'],
  ['checks-all-rows', 'ALTER TABLE posts ADD COLUMN z int UNIQUE'],
  ['checks-all-rows', 'ALTER TABLE posts ADD CONSTRAINT d CHECK (x > 0)'],
  ['checks-all-rows', 'ALTER TABLE posts ADD CONSTRAINT f FOREIGN KEY (thread_id) REFERENCES users (id)'],
  ['checks-all-rows', 'ALTER TABLE posts ADD CONSTRAINT n NOT NULL x'],
  ['checks-all-rows', 'ALTER TABLE posts ADD CONSTRAINT u UNIQUE (x)'],
  ['changes-all-rows', 'UPDATE posts SET x = 1'],
  ['changes-all-rows', 'UPDATE posts SET x = 1 WHERE y = 2'],
  ['changes-all-rows', 'DELETE FROM posts USING threads WHERE threads.id = posts.thread_id'],
  ['changes-all-rows', 'WITH gone AS (DELETE FROM posts RETURNING id) SELECT count(*) FROM gone'],
  ['changes-all-rows', 'INSERT INTO counts SELECT thread_id, count(*) FROM posts GROUP BY thread_id'],
  ['changes-all-rows', 'TRUNCATE posts'],
  ['breaks-older', 'ALTER TABLE posts DROP COLUMN x'],
  ['breaks-older', 'ALTER TABLE posts RENAME COLUMN x TO y'],
  ['breaks-older', 'ALTER TABLE posts RENAME TO messages'],
  ['breaks-older', 'ALTER TABLE posts ADD COLUMN z int NOT NULL'],
  ['breaks-older', 'DROP TABLE posts'],
  ['cannot-be-judged', 'DO $$ BEGIN UPDATE posts SET x = 1; END $$'],
  ['cannot-be-judged', 'ALTER TABEL posts'],
] as const;

const TAKEN = [
  'CREATE TABLE notes (id uuid PRIMARY KEY, post_id uuid REFERENCES posts (id), n bigserial)',
  'ALTER TABLE posts ADD COLUMN z int',
  'ALTER TABLE posts ADD COLUMN z int NOT NULL DEFAULT 0, ADD COLUMN at timestamptz DEFAULT now()',
  'ALTER TABLE posts ADD COLUMN by uuid REFERENCES users (id) ON DELETE SET NULL',
  'ALTER TABLE posts ADD COLUMN words int GENERATED ALWAYS AS (length(body)) VIRTUAL',
  'ALTER TABLE posts ALTER COLUMN x SET DEFAULT 5, ALTER COLUMN y DROP NOT NULL',
  'ALTER TABLE posts DROP CONSTRAINT c, ADD CONSTRAINT c CHECK (x > 0) NOT VALID',
  'ALTER TABLE posts VALIDATE CONSTRAINT c',
  'ALTER TABLE posts ADD CONSTRAINT u UNIQUE USING INDEX posts_by_x',
  `INSERT INTO settings VALUES ('x', 1)`,
  'DROP INDEX CONCURRENTLY posts_by_x',
  'VACUUM (FULL false, ANALYZE) posts',
  'REINDEX (CONCURRENTLY) TABLE posts',
];

const ALONE = { transaction: false };
const rulesOf = async (migration: unknown): Promise<string[]> =>
  (await faultsOf(migration)).map(({ rule }: { rule: string }) => rule);

describe('a change of the schema is refused', () => {
  test.each(REFUSED)('%s: %s', async (rule, statement) => {
    expect(await rulesOf(saying([statement]))).toEqual([rule]);
  });

  test('when a constraint is validated while the table is still locked for adding it', async () => {
    const add = 'ALTER TABLE posts ADD CONSTRAINT c CHECK (x > 0) NOT VALID';
    const validate = 'ALTER TABLE posts VALIDATE CONSTRAINT c';
    expect(await rulesOf(saying([add, validate]))).toEqual(['checks-all-rows']);
    expect(await rulesOf(saying([`${add}; ${validate}`], ALONE))).toEqual(['checks-all-rows']);
    expect(await rulesOf(saying([add, validate], ALONE))).toEqual([]);
  });

  test('when rows are changed in batches that are one transaction', async () => {
    const batch = 'UPDATE posts SET x = 1 WHERE id IN (SELECT id FROM posts WHERE x IS NULL LIMIT 1000)';
    expect(await rulesOf(saying([batch]))).toEqual(['changes-all-rows']);
    expect(await rulesOf(doing((db) => inBatches(db, batch), ALONE))).toEqual([]);
  });

  test('when an index is built concurrently inside a transaction, or without a look at what a failure left', async () => {
    const make = (db: Db) => createIndex(db as never, 'posts_by_x', 'posts (x)');
    expect(await rulesOf(doing(make))).toEqual(['blocks-table']);
    expect(await rulesOf(saying(['CREATE INDEX CONCURRENTLY posts_by_x ON posts (x)'], ALONE))).toEqual([
      'blocks-table',
    ]);
    expect(await rulesOf(doing(make, ALONE))).toEqual([]);
  });

  test('when it does not speak SQL, or does not come to an end', async () => {
    expect(await rulesOf(doing((db) => db.createTable({})))).toEqual(['cannot-be-judged']);
    const endless = async (db: Db) => {
      while ((await db.query('SELECT 1')).length === 0);
    };
    expect(await rulesOf(doing(endless))).toEqual(['cannot-be-judged']);
  });

  test('when it allows itself what it does not do, or does not say why', async () => {
    const drop = 'ALTER TABLE organisations ALTER COLUMN accent TYPE varchar';
    const allowing = (allowed: object) => saying([drop], { allowed });
    expect(await rulesOf(allowing({ 'rewrites-table': 'organisations has one row' }))).toEqual([]);
    expect(await rulesOf(allowing({ 'rewrites-table': '' }))).toEqual(['rewrites-table']);
    expect(await rulesOf(allowing({ 'blocks-table': 'organisations has one row' }))).toEqual([
      'rewrites-table',
      'blocks-table',
    ]);
  });
});

describe('a change of the schema is taken', () => {
  test.each(TAKEN)('%s', async (statement) => {
    expect(await faultsOf(saying([statement]))).toEqual([]);
  });

  test('whatever it does to a table that it made itself', async () => {
    const statements = [
      'CREATE TABLE notes (id int); CREATE INDEX ON notes (id)',
      'ALTER TABLE notes ADD x int CHECK (x > 0), ALTER id TYPE bigint, ALTER id SET NOT NULL',
      'CREATE TABLE kinds AS VALUES (1); UPDATE kinds SET column1 = 2; INSERT INTO notes SELECT * FROM kinds',
    ];
    expect(await faultsOf(saying(statements))).toEqual([]);
  });

  test('SET NOT NULL after it was proved', async () => {
    const statements = [
      'ALTER TABLE posts ADD CONSTRAINT x_given CHECK (x IS NOT NULL) NOT VALID',
      'ALTER TABLE posts VALIDATE CONSTRAINT x_given',
      'ALTER TABLE posts ALTER x SET NOT NULL',
    ];
    expect(await faultsOf(saying(statements, ALONE))).toEqual([]);
  });

  test('what breaks older versions, when it says so', async () => {
    expect(
      await faultsOf(saying(['ALTER TABLE posts DROP COLUMN x; DROP TABLE old'], { breaksOlder: true })),
    ).toEqual([]);
  });
});

describe('Postgres itself', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await testDatabase(async () => undefined);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`
      CREATE TABLE users (id uuid PRIMARY KEY);
      CREATE TABLE posts (id uuid DEFAULT uuidv7() PRIMARY KEY, thread_id uuid, x int, y int NOT NULL, body text,
        position int, CONSTRAINT c CHECK (x > 0));
      CREATE UNIQUE INDEX posts_by_x ON posts (x);
      INSERT INTO posts (x, y, body, position) SELECT n, n, 'body', n FROM generate_series(1, 1000) AS n`);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  /** Whether the rows were read, and whether they were written anew. */
  async function touched(statement: string): Promise<{ isRead: boolean; isRewritten: boolean }> {
    const state = async (): Promise<{ file: number; scans: number }> => {
      const { rows } = await client.query(
        `SELECT pg_relation_filenode('posts') AS file, pg_stat_get_xact_numscans('posts'::regclass)::int AS scans`,
      );
      return rows[0];
    };
    await client.query('BEGIN');
    try {
      const before = await state();
      await client.query(statement);
      const after = await state();
      return { isRead: after.scans > before.scans, isRewritten: after.file !== before.file };
    } finally {
      await client.query('ROLLBACK');
    }
  }

  const ofRule = (wanted: string) =>
    REFUSED.filter(([rule, statement]) => rule === wanted && !/TABLESPACE/.test(statement));

  test.each(ofRule('rewrites-table'))('writes every row anew: %s: %s', async (_, statement) => {
    expect(await touched(statement)).toMatchObject({ isRewritten: true });
  });

  test.each(ofRule('checks-all-rows'))('reads every row: %s: %s', async (_, statement) => {
    expect(await touched(statement)).toEqual({ isRead: true, isRewritten: false });
  });

  test.each(TAKEN.filter((statement) => /^ALTER (?!.*VALIDATE)/.test(statement)))(
    'touches no row: %s',
    async (statement) => {
      expect(await touched(statement)).toEqual({ isRead: false, isRewritten: false });
    },
  );
});
