import pg from 'pg';
import { median } from '../rounds.ts';

/** The rows of start-thread.pgbench.sql by the pg driver. Arguments: url, clients, seconds, members, body. */
const [url, clients, seconds, members, body] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];
const until = performance.now() + Number(seconds) * 1_000;
const times: number[] = [];

async function writeOne(client: pg.Client): Promise<void> {
  const run = async (name: string, text: string, values: unknown[]) =>
    (await client.query({ name, text, values })).rows;
  await client.query('BEGIN');
  const n = 1 + Math.floor(Math.random() * Number(members));
  const [place] = await run(
    'place',
    'SELECT uuidv7() AS thread, uuidv7() AS post, user_id, community_id FROM bench_places WHERE n = $1',
    [n],
  );
  const { thread, post, user_id: user, community_id: community } = place;
  await run(
    'thread',
    `INSERT INTO threads (id, community_id, author_id, kind, is_public, request_hash)
     VALUES ($1, $2, $3, 'update', true, sha256('a wish'))`,
    [thread, community, user],
  );
  await run(
    'post',
    `INSERT INTO posts (id, thread_id, community_id, author_id, position, body, html) VALUES ($1, $2, $3, $4, 1, $5, $5)`,
    [post, thread, community, user, body],
  );
  await run(
    'mark',
    `INSERT INTO thread_marks (user_id, thread_id, read_position, follow) VALUES ($1, $2, 1, 'following')`,
    [user, thread],
  );
  await run(
    'event',
    `INSERT INTO outbox (type, community_id, thread_id, post_id, actor_id) VALUES ('thread.started', $1, $2, $3, $4)`,
    [community, thread, post, user],
  );
  await client.query('COMMIT');
}

await Promise.all(
  Array.from({ length: Number(clients) }, async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (let now = performance.now(); now < until; ) {
      await writeOne(client);
      const after = performance.now();
      times.push(after - now);
      now = after;
    }
    await client.end();
  }),
);
console.log(JSON.stringify({ rate: times.length / Number(seconds), p50: median(times) }));
