/** A number that stands beside what it counts: where, what it should be, and how to set it right. */
export interface Counter {
  name: string;
  /** Rows where both differ: `id`, `stands` and `counted`, as text. */
  differences: string;
  /** Sets the counter of every row that differs, in one statement; answers the `id` of each. */
  correct: string;
}

const replies = `
  SELECT t.id, t.reply_count::text AS stands, (count(p.id) FILTER (WHERE p.position > 1 AND p.deleted_at IS NULL))::text AS counted
  FROM threads AS t LEFT JOIN posts AS p ON p.thread_id = t.id
  GROUP BY t.id
  HAVING t.reply_count <> count(p.id) FILTER (WHERE p.position > 1 AND p.deleted_at IS NULL)`;

const positions = `
  SELECT t.id, t.last_position::text AS stands, max(p.position)::text AS counted
  FROM threads AS t JOIN posts AS p ON p.thread_id = t.id
  GROUP BY t.id
  HAVING t.last_position <> max(p.position)`;

const members = `
  SELECT c.id, c.member_count::text AS stands, count(m.user_id)::text AS counted
  FROM communities AS c LEFT JOIN memberships AS m ON m.community_id = c.id
  GROUP BY c.id
  HAVING c.member_count <> count(m.user_id)`;

const reactions = `
  SELECT p.id, p.reactions::text AS stands, coalesce(r.counts, '{}')::text AS counted
  FROM posts AS p
  LEFT JOIN (
    SELECT post_id, jsonb_object_agg(emoji, count) AS counts
    FROM (SELECT post_id, emoji, count(*) AS count FROM reactions GROUP BY post_id, emoji) AS one
    GROUP BY post_id
  ) AS r ON r.post_id = p.id
  WHERE p.reactions <> coalesce(r.counts, '{}')`;

const topics = `
  SELECT tt.thread_id AS id, concat(tt.is_public, ' ', tt.activity_at, ' ', tt.created_at) AS stands,
    concat(t.is_public, ' ', t.activity_at, ' ', t.created_at) AS counted
  FROM thread_topics AS tt JOIN threads AS t ON t.id = tt.thread_id
  WHERE (tt.is_public, tt.activity_at, tt.created_at) <> (t.is_public, t.activity_at, t.created_at)`;

/** What topics know of their threads. */
export const TOPICS_OF_THREADS: Counter = {
  name: 'topics of threads',
  differences: topics,
  correct: `UPDATE thread_topics AS tt
            SET is_public = t.is_public, activity_at = t.activity_at, created_at = t.created_at
            FROM threads AS t
            WHERE t.id = tt.thread_id
              AND (tt.is_public, tt.activity_at, tt.created_at) <> (t.is_public, t.activity_at, t.created_at)
            RETURNING t.id`,
};

/** All counters of the schema. Each is kept by the transactions that change what it counts. */
export const COUNTERS: Counter[] = [
  {
    name: 'replies of threads',
    differences: replies,
    correct: `UPDATE threads SET reply_count = found.counted::int FROM (${replies}) AS found
              WHERE threads.id = found.id RETURNING threads.id`,
  },
  {
    name: 'last positions of threads',
    differences: positions,
    correct: `UPDATE threads SET last_position = found.counted::int FROM (${positions}) AS found
              WHERE threads.id = found.id RETURNING threads.id`,
  },
  {
    name: 'members of communities',
    differences: members,
    correct: `UPDATE communities SET member_count = found.counted::int FROM (${members}) AS found
              WHERE communities.id = found.id RETURNING communities.id`,
  },
  {
    name: 'reactions of posts',
    differences: reactions,
    correct: `UPDATE posts SET reactions = found.counted::jsonb FROM (${reactions}) AS found
              WHERE posts.id = found.id RETURNING posts.id`,
  },
  TOPICS_OF_THREADS,
];
