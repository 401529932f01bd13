import pg from 'pg';
import { testDatabase } from '#testing';

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

const migrate = async (url: string) => void (await query(url, 'CREATE TABLE notes (text text)'));

describe('test databases', () => {
  test('each has the schema and none sees the rows of another', async () => {
    const [one, other] = await Promise.all([testDatabase(migrate), testDatabase(migrate)]);
    await query(one.url, `INSERT INTO notes VALUES ('mine')`);
    expect(await query(other.url, 'SELECT text FROM notes')).toEqual([]);
    await Promise.all([one.drop(), other.drop()]);
  });

  test('a dropped one is gone, though somebody is still connected', async () => {
    const database = await testDatabase(migrate);
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => undefined);
    await client.connect();
    await database.drop();
    await expect(query(database.url, 'SELECT 1')).rejects.toThrow('does not exist');
    await client.end().catch(() => undefined);
  });

  test('by default the schema is that of all migrations', async () => {
    const database = await testDatabase();
    expect(await query(database.url, `SELECT to_regclass('events')::text`)).toEqual(['events']);
    await database.drop();
  });

  test('a clone takes a moment only', async () => {
    await (await testDatabase()).drop();
    const before = performance.now();
    const database = await testDatabase();
    expect(performance.now() - before).toBeLessThan(1_000);
    await database.drop();
  });
});
