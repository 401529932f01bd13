import type { Corrected, Counter, Recorder } from '#platform';

const HOLD_THREADS = 'SELECT FROM threads WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE';

const correctThreads =
  (set: string) =>
  (wrong: string): string =>
    `
    UPDATE threads SET ${set} FROM (${wrong}) AS found
    WHERE threads.id = found.id RETURNING threads.id, threads.community_id AS "communityId"`;

async function tellThreads(transaction: Recorder, corrected: Corrected[]): Promise<void> {
  for (const { id: threadId, communityId } of corrected)
    await transaction.record({ type: 'thread.changed', communityId, threadId, data: { recounted: true } });
}

const REPLIES_COUNTED = 'count(p.id) FILTER (WHERE p.position > 1 AND p.deleted_at IS NULL)';

/** Index posts (thread_id, position), as the next two. */
const REPLIES: Counter = {
  name: 'replies of threads',
  table: 'threads',
  wrong: (which) => `
    SELECT t.id, t.reply_count::text AS stands, (${REPLIES_COUNTED})::text AS counted
    FROM threads AS t LEFT JOIN posts AS p ON p.thread_id = t.id
    WHERE ${which('t.id')}
    GROUP BY t.id
    HAVING t.reply_count <> ${REPLIES_COUNTED}`,
  hold: [HOLD_THREADS],
  correct: correctThreads('reply_count = found.counted::int'),
  tell: tellThreads,
};

const POSITIONS: Counter = {
  name: 'last positions of threads',
  table: 'threads',
  wrong: (which) => `
    SELECT t.id, t.last_position::text AS stands, max(p.position)::text AS counted
    FROM threads AS t JOIN posts AS p ON p.thread_id = t.id
    WHERE ${which('t.id')}
    GROUP BY t.id
    HAVING t.last_position <> max(p.position)`,
  hold: [HOLD_THREADS],
  correct: correctThreads('last_position = found.counted::int'),
  tell: tellThreads,
};

/** Something else than a post may move a thread up, so it is wrong only when a post came later. */
const ACTIVITY: Counter = {
  name: 'activity of threads',
  table: 'threads',
  wrong: (which) => `
    SELECT t.id, t.activity_at::text AS stands, max(p.created_at)::text AS counted
    FROM threads AS t JOIN posts AS p ON p.thread_id = t.id
    WHERE ${which('t.id')}
    GROUP BY t.id
    HAVING t.activity_at < max(p.created_at)`,
  hold: [HOLD_THREADS],
  correct: correctThreads('activity_at = found.counted::timestamptz'),
  tell: tellThreads,
};

/** Decides what is in the feed of everything. Whoever opens or closes a community locks it before its threads. */
const PUBLIC: Counter = {
  name: 'threads open to everybody',
  table: 'threads',
  wrong: (which) => `
    SELECT t.id, t.is_public::text AS stands, (c.visibility = 'public')::text AS counted
    FROM threads AS t JOIN communities AS c ON c.id = t.community_id
    WHERE ${which('t.id')} AND t.is_public <> (c.visibility = 'public')`,
  hold: [
    `SELECT FROM communities WHERE id IN (SELECT community_id FROM threads WHERE id = ANY ($1))
     ORDER BY id FOR KEY SHARE`,
    HOLD_THREADS,
  ],
  correct: correctThreads('is_public = found.counted::boolean'),
  tell: tellThreads,
};

/** What topics know of their threads, so that feeds of topics need not read them. Index thread_topics_by_thread. */
const TOPICS: Counter = {
  name: 'topics of threads',
  table: 'threads',
  wrong: (which) => `
    SELECT tt.thread_id AS id, concat_ws(' ', tt.is_public, tt.activity_at, tt.created_at, tt.community_id) AS stands,
      concat_ws(' ', t.is_public, t.activity_at, t.created_at, t.community_id) AS counted
    FROM thread_topics AS tt JOIN threads AS t ON t.id = tt.thread_id
    WHERE ${which('tt.thread_id')} AND (tt.is_public, tt.activity_at, tt.created_at, tt.community_id)
      <> (t.is_public, t.activity_at, t.created_at, t.community_id)`,
  hold: [HOLD_THREADS],
  correct: (wrong) => `
    UPDATE thread_topics AS tt SET is_public = t.is_public, activity_at = t.activity_at,
      created_at = t.created_at, community_id = t.community_id
    FROM threads AS t
    WHERE t.id = tt.thread_id AND t.id IN (SELECT id FROM (${wrong}) AS found)
    RETURNING t.id, t.community_id AS "communityId"`,
  tell: tellThreads,
};

/**
 * Post by post: Postgres takes a range of ids for one row, and would go through all reactions of the range once a post.
 * Primary keys of posts and reactions.
 */
const REACTIONS: Counter = {
  name: 'reactions of posts',
  table: 'posts',
  wrong: (which) => `
    SELECT p.id, p.reactions::text AS stands, r.counts::text AS counted
    FROM posts AS p CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_object_agg(emoji, count), '{}') AS counts
      FROM (SELECT emoji, count(*) AS count FROM reactions WHERE post_id = p.id GROUP BY emoji) AS each
    ) AS r
    WHERE ${which('p.id')} AND p.reactions <> r.counts`,
  hold: ['SELECT FROM posts WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE'],
  correct: (wrong) => `
    UPDATE posts SET reactions = found.counted::jsonb FROM (${wrong}) AS found
    WHERE posts.id = found.id
    RETURNING posts.id, posts.community_id AS "communityId", posts.thread_id AS "threadId"`,
  async tell(transaction, corrected) {
    for (const { id: postId, communityId, threadId } of corrected)
      await transaction.record({ type: 'post.recounted', communityId, threadId, postId });
  },
};

/** What this lib keeps beside its rows. */
export const POST_COUNTERS: Counter[] = [REPLIES, POSITIONS, ACTIVITY, PUBLIC, TOPICS, REACTIONS];
