import { communityCard } from '#communities';
import { personChip } from '#users';
import { isoTime, storedPost } from './post-view.sql.ts';

interface ThreadPieces {
  /** Aliases of the rows of `communities` and `users`. */
  community: string;
  author: string;
  /** SQL of the opening post, of the list of the newest replies, and of what is the viewer's own. */
  post: string;
  latest: string;
  mine?: string;
  /** Why it is in a feed, where that is told. */
  reason?: string;
}

/** SQL: the ThreadView of the row of `threads` that `t` names, of pieces found elsewhere. */
export function threadOf(t: string, { community, author, post, latest, mine, reason }: ThreadPieces): string {
  return `json_build_object('id', ${t}.id, 'communityId', ${t}.community_id,
    'community', ${communityCard(community)}, 'kind', ${t}.kind, 'title', ${t}.title,
    'createdAt', ${isoTime(`${t}.created_at`)}, 'activityAt', ${isoTime(`${t}.activity_at`)},
    'replyCount', ${t}.reply_count, 'pinned', ${t}.pinned_at IS NOT NULL, 'closed', ${t}.closed_at IS NOT NULL,
    'bestAnswerId', ${t}.best_answer_id, 'asksAcknowledgement', ${t}.acknowledgement_asked_at IS NOT NULL, 'author', ${personChip(author)}, 'post', ${post}, 'latest', ${latest},
    'version', ${t}.version ${mine ? `, 'mine', ${mine}` : ''} ${reason ? `, 'reason', ${reason}` : ''})`;
}

/** SQL: the numbers of a thread that change with its posts, as events carry them. */
export const threadDigest = (t: string): string =>
  `json_build_object('id', ${t}.id, 'title', ${t}.title, 'replyCount', ${t}.reply_count,
    'activityAt', ${isoTime(`${t}.activity_at`)}, 'lastPosition', ${t}.last_position,
    'bestAnswerId', ${t}.best_answer_id, 'asksAcknowledgement', ${t}.acknowledgement_asked_at IS NOT NULL,
    'version', ${t}.version,
    'topics', ${topicsOf(t)})`;

/** SQL: what its posts are about. Index thread_topics_by_thread. */
export const topicsOf = (t: string): string =>
  `ARRAY(SELECT tt.topic FROM thread_topics AS tt WHERE tt.thread_id = ${t}.id ORDER BY tt.topic)`;

/** SQL: the two newest replies, the older first; deleted ones keep their place. Index posts (thread_id, position). */
const latestOf = (t: string, viewer?: string): string =>
  `CASE WHEN ${t}.last_position = 1 THEN '[]'::json ELSE coalesce((
    SELECT json_agg(newest.view ORDER BY newest.position) FROM (
      SELECT reply.position, ${storedPost('reply', 'replier', viewer)} AS view
      FROM posts AS reply JOIN users AS replier ON replier.id = reply.author_id
      WHERE reply.thread_id = ${t}.id AND reply.position > 1
      ORDER BY reply.position DESC LIMIT 2) AS newest), '[]') END`;

/** SQL: the ThreadView of a stored thread. Needs the joins of `threadJoins` with the same viewer. */
export function storedThread(viewer?: string, reason?: string): string {
  return threadOf('t', {
    community: 'c',
    author: 'author',
    post: storedPost('p', 'author', viewer),
    latest: latestOf('t', viewer),
    mine: viewer && mineOf(viewer),
    reason,
  });
}

/** SQL: the followed topics that bring a thread to who is not in its community, or null. Needs `mineJoins`. */
export const reasonOf = (viewer: string): string =>
  `CASE WHEN m.user_id IS NULL THEN (
    SELECT json_build_object('topics', json_agg(tt.topic ORDER BY tt.topic))
    FROM thread_topics AS tt JOIN topic_follows AS f ON f.user_id = ${viewer} AND f.topic = tt.topic
    WHERE tt.thread_id = t.id) END`;

/** SQL: what `storedThread` needs beside `threads AS t`. All by primary key or posts (thread_id, position). */
export const threadJoins = (viewer?: string): string =>
  `JOIN communities AS c ON c.id = t.community_id
   JOIN posts AS p ON p.thread_id = t.id AND p.position = 1
   JOIN users AS author ON author.id = p.author_id ${viewer ? mineJoins(viewer) : ''}`;

/** SQL: what `mineOf` needs beside `threads AS t`. */
export const mineJoins = (viewer: string): string =>
  `LEFT JOIN thread_marks AS mark ON mark.user_id = ${viewer} AND mark.thread_id = t.id
   LEFT JOIN memberships AS m ON m.user_id = ${viewer} AND m.community_id = t.community_id`;

/**
 * SQL: the viewer's own side of a thread. How far they read is the further of their mark and of
 * `memberships.read_until` ("everything up to then counts as read"); created_at never falls with the position.
 * Who is no member has unread posts only where they read something before.
 */
export const mineOf = (viewer: string): string =>
  `json_build_object('readPosition', ${readPosition}, 'lastPosition', t.last_position,
    'unread', ${unreadOf(viewer)}, 'follow', mark.follow, 'bookmarked', mark.bookmarked_at IS NOT NULL,
    'acknowledgement', ${acknowledgementOf(viewer)})`;

/** SQL: what the thread asks of the viewer. Needs `mineJoins`. */
const acknowledgementOf = (viewer: string): string =>
  `CASE WHEN ${askedOf('m', viewer)} THEN CASE WHEN ${givenBy(viewer)} THEN 'given' ELSE 'asked' END END`;

/** SQL condition: thread `t` asks it of a member, whose membership `m` is: of all that there were then but its author. */
export const askedOf = (m: string, user: string): string =>
  `(${m}.joined_at <= t.acknowledgement_asked_at AND t.author_id <> ${user})`;

/** SQL condition: they gave it since. Primary key of acknowledgements. */
export const givenBy = (user: string): string =>
  `EXISTS (
    SELECT FROM acknowledgements AS a
    WHERE a.thread_id = t.id AND a.user_id = ${user} AND a.at >= t.acknowledgement_asked_at)`;

const marked = 'coalesce(mark.read_position, 0)';

const readPosition = `CASE
    WHEN m.read_until IS NULL OR t.created_at > m.read_until THEN ${marked}
    WHEN t.activity_at <= m.read_until THEN t.last_position
    ELSE greatest(${marked}, (
      SELECT old.position FROM posts AS old
      WHERE old.thread_id = t.id AND old.position > ${marked} AND old.created_at <= m.read_until
      ORDER BY old.position DESC LIMIT 1)) END`;

/** SQL: others' posts that the viewer did not read; stops counting at 100. Needs `mineJoins`. */
export const unreadOf = (viewer: string): string =>
  `CASE
    WHEN ${marked} >= t.last_position OR t.activity_at <= m.read_until
      OR m.read_until IS NULL AND ${marked} = 0 THEN 0
    ELSE (SELECT count(*) FROM (
      SELECT FROM posts AS unread
      WHERE unread.thread_id = t.id AND unread.position > ${marked}
        AND (m.read_until IS NULL OR unread.created_at > m.read_until)
        AND unread.author_id <> ${viewer} AND unread.deleted_at IS NULL
      ORDER BY unread.position DESC LIMIT 100) AS counted) END`;
