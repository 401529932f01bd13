import type { Statement } from '#platform';
import { isoTime, mineJoins, unreadOf } from '#posts';
import { personChip } from '#users';

/** More threads than these that moved since somebody last looked: their count stands for many. */
const THREADS_COUNTED = 20;

/**
 * A page of the viewer's conversations, the newest activity first. $1 viewer, $2 and $3 the cursor, $4 how many.
 * Looks at one index entry for each conversation of the viewer to put them in order; words, people and what is
 * unread are read for the page alone. memberships_by_user, threads_by_activity, posts (thread_id, position).
 */
export const CONVERSATIONS = {
  name: 'feeds.conversations',
  text: `
    WITH page AS MATERIALIZED (
      SELECT c.id, c.name, coalesce(newest.at, c.created_at) AS at, newest.id AS thread_id, newest.last_position
      FROM memberships AS mine
      JOIN communities AS c ON c.id = mine.community_id AND c.kind = 'conversation' AND c.archived_at IS NULL
      LEFT JOIN LATERAL (
        SELECT t.id, t.activity_at AS at, t.last_position FROM threads AS t
        WHERE t.community_id = c.id ORDER BY t.activity_at DESC, t.id DESC LIMIT 1) AS newest ON true
      WHERE mine.user_id = $1 AND (coalesce(newest.at, c.created_at), c.id) < ($2::timestamptz, $3::uuid)
      ORDER BY 3 DESC, 1 DESC LIMIT $4
    )
    SELECT page.id, page.name, ${isoTime('page.at')} AS "activityAt",
      (SELECT json_agg(${personChip('u')} ORDER BY lower(u.name), u.id)
       FROM memberships AS everybody JOIN users AS u ON u.id = everybody.user_id
       WHERE everybody.community_id = page.id) AS members,
      (SELECT json_build_object('threadId', p.thread_id, 'postId', p.id, 'author', ${personChip('author')},
         'createdAt', ${isoTime('p.created_at')}, 'excerpt', CASE WHEN p.deleted_at IS NULL THEN p.body END)
       FROM posts AS p JOIN users AS author ON author.id = p.author_id
       WHERE p.thread_id = page.thread_id AND p.position = page.last_position) AS last,
      (SELECT least(coalesce(sum(counted.unread), 0), 100)::int FROM (
         SELECT ${unreadOf('$1')} AS unread
         FROM (
           SELECT moved.* FROM threads AS moved
           JOIN memberships AS reader ON reader.user_id = $1 AND reader.community_id = page.id
           WHERE moved.community_id = page.id AND moved.activity_at > reader.read_until
           ORDER BY moved.activity_at DESC, moved.id DESC LIMIT ${THREADS_COUNTED}) AS t
         ${mineJoins('$1')}) AS counted) AS unread
    FROM page ORDER BY page.at DESC, page.id DESC`,
} satisfies Statement;
