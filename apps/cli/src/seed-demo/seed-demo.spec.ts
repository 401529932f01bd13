import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainToInstance } from 'class-transformer';
import pg from 'pg';
import { Settings } from '#platform';
import { TEXT_OF_A_POST } from '#search';
import { type TestDatabase, testDatabase } from '#testing';
import { Passwords } from '#users';
import type { Installation } from '../installation.ts';
import { recountAll } from '../recount/recount.ts';
import { Refusal } from '../refusal.ts';
import { DEMO_PASSWORD, seedDemo } from './seed-demo.ts';

let database: TestDatabase;
let settings: Installation;
let client: pg.Client;
let said = '';

async function rows(text: string): Promise<any[]> {
  return (await client.query(text)).rows;
}

beforeAll(async () => {
  database = await testDatabase();
  settings = plainToInstance(Settings, {
    DATABASE_URL: database.url,
    KRING_DATA: await mkdtemp(join(tmpdir(), 'kring-demo-')),
  }) as Installation;
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const log = jest.spyOn(console, 'log').mockImplementation((text) => {
    said += text;
  });
  await seedDemo(settings);
  log.mockRestore();
});

afterAll(async () => {
  await client?.end();
  await database?.drop();
  await rm(settings.KRING_DATA, { recursive: true, force: true });
});

describe('the demo', () => {
  test('says who can log in, and that is true', async () => {
    const [person] = await rows(
      `SELECT email, password_hash FROM users WHERE role = 'admin' ORDER BY id LIMIT 1`,
    );
    expect(said).toContain(person.email);
    expect(said).toContain(DEMO_PASSWORD);
    expect(await new Passwords().matches(person.password_hash, DEMO_PASSWORD)).toBe(true);
  });

  test('gives everybody a portrait, as a file that is there', async () => {
    const [{ people, portraits }] = await rows(
      'SELECT count(*)::int AS people, count(f.id)::int AS portraits FROM users AS u LEFT JOIN files AS f ON f.id = u.portrait_id',
    );
    const kept = await readdir(join(settings.KRING_DATA, 'files'), { recursive: true, withFileTypes: true });
    expect(portraits).toBe(people);
    expect(kept.filter((entry) => entry.isFile())).toHaveLength(people);
    expect(await readdir(settings.KRING_DATA)).toEqual(['files']);
  });

  test('needs no recount, and its words are those of its posts', async () => {
    expect((await recountAll(database.url, { fix: false })).filter(({ wrong }) => wrong > 0)).toEqual([]);
    expect(
      await rows(`SELECT p.id FROM posts AS p JOIN threads AS t ON t.id = p.thread_id
        LEFT JOIN post_words AS w ON w.post_id = p.id WHERE w.words IS DISTINCT FROM ${TEXT_OF_A_POST}`),
    ).toEqual([]);
  });

  test('mentions and reactions are only of people who may read the post', async () => {
    for (const table of ['mentions', 'reactions'])
      expect(
        await rows(`SELECT x.* FROM ${table} AS x JOIN posts AS p ON p.id = x.post_id
          JOIN communities AS c ON c.id = p.community_id JOIN users AS u ON u.id = x.user_id
          WHERE NOT (c.visibility = 'public' AND u.role <> 'guest' OR EXISTS (
            SELECT FROM memberships AS m WHERE m.community_id = c.id AND m.user_id = u.id))`),
      ).toEqual([]);
  });

  test('renders mentions and topics as links', async () => {
    const [{ mentions, topics }] = await rows(`
      SELECT count(*) FILTER (WHERE html LIKE '%class="mention"%')::int AS mentions,
             count(*) FILTER (WHERE html LIKE '%class="topic"%')::int AS topics FROM posts`);
    expect(mentions).toBeGreaterThan(10);
    expect(topics).toBeGreaterThan(3);
  });

  test('is refused where somebody is already', async () => {
    await expect(seedDemo(settings)).rejects.toThrow(Refusal);
  });
});
