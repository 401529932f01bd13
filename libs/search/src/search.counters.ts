import type { Counter } from '#platform';
import { TEXT_OF_A_POST } from './search.queries.ts';

/** Since then the consumer may have something to do; what is older it has done. */
const DONE_UNTIL = `(
  SELECT least(now(), min(at)) - interval '1 minute' FROM (
    SELECT at FROM outbox UNION ALL
    (SELECT at FROM events WHERE seq > (SELECT seq FROM consumers WHERE name = 'search') ORDER BY seq LIMIT 1)
  ) AS undone)`;

/**
 * The words by which posts are found: each post that is not deleted has them, under its own community. Whether they
 * are those of its text is not looked at: that would be to make them all anew. Primary keys of posts and post_words.
 */
export const SEARCH_COUNTERS: Counter[] = [
  {
    name: 'words of posts',
    table: 'posts',
    wrong: (which) => `
      SELECT p.id, coalesce(w.community_id::text, 'none') AS stands,
        CASE WHEN p.deleted_at IS NULL THEN p.community_id::text ELSE 'none' END AS counted
      FROM posts AS p LEFT JOIN post_words AS w ON w.post_id = p.id
      WHERE ${which('p.id')} AND greatest(p.created_at, p.deleted_at) < ${DONE_UNTIL}
        AND w.community_id IS DISTINCT FROM CASE WHEN p.deleted_at IS NULL THEN p.community_id END`,
    hold: ['SELECT FROM posts WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE'],
    correct: (wrong) => `
      WITH found AS (${wrong}), gone AS (
        DELETE FROM post_words USING found WHERE post_id = found.id AND found.counted = 'none' RETURNING post_id AS id
      ), kept AS (
        INSERT INTO post_words (post_id, community_id, words)
        SELECT p.id, p.community_id, ${TEXT_OF_A_POST}
        FROM found JOIN posts AS p ON p.id = found.id JOIN threads AS t ON t.id = p.thread_id
        WHERE found.counted <> 'none'
        ON CONFLICT (post_id) DO UPDATE SET community_id = excluded.community_id, words = excluded.words
        RETURNING post_id AS id
      )
      SELECT id FROM gone UNION ALL SELECT id FROM kept`,
  },
];
