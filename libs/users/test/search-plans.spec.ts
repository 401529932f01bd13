import pg from 'pg';
import { createDataSource, Database } from '#platform';
import { type Plan, planOf, type TestDatabase, testDatabase } from '#testing';
import { listUsers } from '../src/users.queries.ts';

const PEOPLE = 10_000;
const PAGE = 21;

let scratch: TestDatabase;
let database: Database;
beforeAll(async () => {
  scratch = await testDatabase();
  database = new Database(await createDataSource(scratch.url).initialize());
  await fill();
}, 60_000);
afterAll(async () => {
  await database.dataSource.destroy();
  await scratch.drop();
});

/** Ten thousand people; one in a thousand is called Özgür, one in two `van`. */
async function fill(): Promise<void> {
  const client = new pg.Client({ connectionString: scratch.url });
  await client.connect();
  await client.query(
    `INSERT INTO users (email, handle, name, role, title, department, skills)
     SELECT 'u' || n || '@bedrijf.example', 'u' || n,
       CASE WHEN n % 1000 = 7 THEN 'Özgür' WHEN n % 1000 = 8 THEN 'José' ELSE 'A' || md5(n::text) END || ' '
         || CASE n % 2 WHEN 0 THEN 'van ' ELSE '' END || 'B' || md5((n * 7)::text),
       'member', 'Constructeur', 'Ontwerp ' || n % 20, ARRAY['beton', 'vaardigheid ' || n % 300]
     FROM generate_series(1, ${PEOPLE}) AS n`,
  );
  await client.query('VACUUM ANALYZE users');
  await client.end();
}

async function found(q: string): Promise<{ names: string[]; plan: Plan }> {
  const values: unknown[] = ['00000000-0000-0000-0000-000000000000', false];
  const sql = listUsers({ q, deactivated: false, after: null, limit: PAGE }, values);
  const rows = await database.query<{ name: string }>(sql, values);
  const plan = await planOf(database, sql, values, 'custom');
  if (process.env.KRING_SHOW_PLANS)
    console.info(q, `${plan.milliseconds} ms, ${plan.blocks} blocks`, plan.rows('users'), [...plan.indexes]);
  return { names: rows.map(({ name }) => name), plan };
}

test.each([
  ['o', 'Özgür', 10],
  ['OZ', 'Özgür', 10],
  ['özg', 'Özgür', 10],
  ['jose', 'José', 10],
  ['J', 'José', 10],
  ['osé', 'José', 10],
])('%s finds %s by the index of words, and looks at nobody else', async (q, name, count) => {
  const { names, plan } = await found(q);
  expect(names).toHaveLength(count);
  expect(names.every((one) => one.startsWith(name))).toBe(true);
  expect(plan.scanned).not.toContain('users');
  expect(plan.indexes).toContain('users_by_folded_words');
  expect(plan.rows('users')).toBeLessThanOrEqual(count * 4);
});

test.each(['v', 'va', 'van', 'a'])(
  '%s, which thousands fit, is read in the order of names up to the page',
  async (q) => {
    const { names, plan } = await found(q);
    expect(names).toHaveLength(PAGE);
    expect(plan.scanned).not.toContain('users');
    expect(plan.rows('users')).toBeLessThanOrEqual(PAGE * 8);
  },
);

test('nobody is found without reading everybody', async () => {
  for (const q of ['zq', 'q', 'zzzz', 'xq jose', '++']) {
    const { names, plan } = await found(q);
    expect([q, names, plan.scanned.includes('users')]).toEqual([q, [], false]);
    expect(plan.rows('users')).toBeLessThanOrEqual(40);
  }
});
