import { readableCommunity } from '#access';
import type { Statement } from '#platform';
import { personChip } from '#users';
import { isoTime, storedPost } from './post-view.sql.ts';

/** Those of $3 that the viewer ($1, $2 is a guest) may read. Primary key. */
export const POSTS_BY_ID = {
  name: 'posts.by-id',
  text: `
    SELECT p.id, ${storedPost('p', 'author', '$1')} AS view
    FROM unnest($3::uuid[]) AS wanted (id)
    JOIN posts AS p ON p.id = wanted.id
    JOIN users AS author ON author.id = p.author_id
    JOIN communities AS c ON c.id = p.community_id
    WHERE ${readableCommunity('c', '$1', '$2::boolean')}`,
} satisfies Statement;

/**
 * Posts of thread $3 between positions $4 and $5, both excluded; at most $6, the newest or the oldest of them.
 * Always a row when the thread may be read, so that an empty page is told from a thread that is not there.
 * Index posts (thread_id, position).
 */
const between = (name: string, order: 'ASC' | 'DESC'): Statement => ({
  name,
  text: `
    SELECT page.position, page.view
    FROM threads AS t JOIN communities AS c ON c.id = t.community_id
    LEFT JOIN LATERAL (
      SELECT p.position, ${storedPost('p', 'author', '$1')} AS view
      FROM posts AS p JOIN users AS author ON author.id = p.author_id
      WHERE p.thread_id = t.id AND p.position > $4 AND p.position < $5
      ORDER BY p.position ${order} LIMIT $6) AS page ON true
    WHERE t.id = $3 AND ${readableCommunity('c', '$1', '$2::boolean')}
    ORDER BY page.position`,
});
export const NEWEST_BETWEEN = between('posts.newest-between', 'DESC');
export const OLDEST_BETWEEN = between('posts.oldest-between', 'ASC');

/** Primary key of post_edits. */
export const EDITS = {
  name: 'posts.edits',
  text: `
    SELECT e.version, e.body, e.html, ${isoTime('e.edited_at')} AS "editedAt", ${personChip('u')} AS "editedBy"
    FROM post_edits AS e JOIN users AS u ON u.id = e.edited_by
    WHERE e.post_id = $1 AND e.version < $2 ORDER BY e.version DESC LIMIT $3`,
} satisfies Statement;

/** Primary key of reactions. The first hundred of each emoji. */
export const REACTION_GIVERS = {
  name: 'posts.reaction-givers',
  text: `
    SELECT emoji, json_agg(chip ORDER BY created_at, id) AS users
    FROM (
      SELECT r.emoji, r.created_at, u.id, ${personChip('u')} AS chip,
        row_number() OVER (PARTITION BY r.emoji ORDER BY r.created_at, u.id) AS place
      FROM reactions AS r JOIN users AS u ON u.id = r.user_id WHERE r.post_id = $1) AS given
    WHERE place <= 100
    GROUP BY emoji ORDER BY count(*) DESC, emoji`,
} satisfies Statement;
