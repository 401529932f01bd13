import { readableCommunity } from '#access';
import { communityCard } from '#communities';
import type { Statement } from '#platform';
import { isoTime } from '#posts';
import { personChip } from '#users';

/** More than these in one community are named as "200 or more": what is looked at stays bounded. */
export const MOST_MOVED = 200;
/** What is listed of a section; its count is of all. */
export const MOST_LISTED = 30;

const OPEN_QUESTION = `t.kind = 'question' AND t.best_answer_id IS NULL AND t.closed_at IS NULL`;

/** SQL: the section of a thread; the first that fits, so that each stands in one and the counts add up. */
const SECTION = `CASE
    WHEN ${OPEN_QUESTION} AND t.author_id <> $1 AND (mentioned.post_id IS NOT NULL OR mark.follow = 'following')
      AND unread.posts > 0 THEN 'questions'
    WHEN mentioned.post_id IS NOT NULL THEN 'mentions'
    WHEN t.kind = 'announcement' AND unread.opening AND mark.follow IS DISTINCT FROM 'muted' THEN 'announcements'
    WHEN decided.id IS NOT NULL THEN 'decided'
    WHEN mark.follow = 'following' THEN 'followed'
    ELSE 'rest' END`;

/**
 * CTEs that find what the reader ($1, $2 is a guest) has not read since they last caught up, each thread with its
 * section: `found (id, community_id, section, posts, newest, mention, activity_at, answered_at, last_position)`.
 *
 * Cost: the reader's memberships, of each at most $3 threads that moved since (memberships_by_user,
 * threads_by_activity); the threads they follow (thread_marks_followed); the posts that mention them
 * (mentions_by_user). What they may not read costs nothing. The minute before `since` covers what was being
 * committed at that moment; what is read already is left out by position anyway. Conversations are in no feed, nor here.
 */
const FOUND = `
  reader AS MATERIALIZED (
    SELECT coalesce(c.since, u.created_at) AS since, coalesce(c.since, u.created_at) - interval '1 minute' AS after
    FROM users AS u LEFT JOIN catch_ups AS c ON c.user_id = u.id WHERE u.id = $1),
  moved AS (
    SELECT t.id
    FROM memberships AS m JOIN communities AS c ON c.id = m.community_id AND c.kind <> 'conversation'
    CROSS JOIN reader CROSS JOIN LATERAL (
      SELECT t.id, t.last_position, t.activity_at FROM threads AS t
      WHERE t.community_id = m.community_id AND t.activity_at > greatest(m.read_until, reader.after)
      ORDER BY t.activity_at DESC, t.id DESC LIMIT $3) AS t
    WHERE m.user_id = $1 AND t.last_position > coalesce((
      SELECT mark.read_position FROM thread_marks AS mark WHERE mark.user_id = $1 AND mark.thread_id = t.id), 0)),
  mentioned AS MATERIALIZED (
    SELECT DISTINCT ON (p.thread_id) p.thread_id AS id, p.id AS post_id
    FROM mentions AS n JOIN posts AS p ON p.id = n.post_id CROSS JOIN reader
    LEFT JOIN thread_marks AS mark ON mark.user_id = $1 AND mark.thread_id = p.thread_id
    LEFT JOIN memberships AS m ON m.user_id = $1 AND m.community_id = p.community_id
    WHERE n.user_id = $1 AND p.created_at > reader.after AND p.author_id <> $1 AND p.deleted_at IS NULL
      AND p.position > coalesce(mark.read_position, 0) AND (m.read_until IS NULL OR p.created_at > m.read_until)
    ORDER BY p.thread_id, p.position DESC),
  followed AS MATERIALIZED (
    SELECT t.id, t.best_answer_id IS NOT NULL AND t.answered_by <> $1
        AND t.answered_at > greatest(reader.since, mark.settled_at) AS decided
    FROM thread_marks AS mark JOIN threads AS t ON t.id = mark.thread_id CROSS JOIN reader
    WHERE mark.user_id = $1 AND mark.follow = 'following'
      AND (t.activity_at > reader.after AND t.last_position > mark.read_position OR t.answered_at > reader.since)),
  decided AS (SELECT id FROM followed WHERE decided),
  found AS MATERIALIZED (
    SELECT t.id, t.community_id, ${SECTION} AS section, unread.posts, unread.newest, mentioned.post_id AS mention,
      t.best_answer_id, t.activity_at, t.last_position,
      CASE WHEN decided.id IS NOT NULL THEN t.answered_at END AS answered_at, mark.follow
    FROM (SELECT id FROM moved UNION SELECT id FROM mentioned UNION SELECT id FROM followed) AS candidate
    JOIN threads AS t ON t.id = candidate.id
    JOIN communities AS c ON c.id = t.community_id
    CROSS JOIN reader
    LEFT JOIN thread_marks AS mark ON mark.user_id = $1 AND mark.thread_id = t.id
    LEFT JOIN memberships AS m ON m.user_id = $1 AND m.community_id = t.community_id
    LEFT JOIN mentioned ON mentioned.id = t.id
    LEFT JOIN decided ON decided.id = t.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS posts, (array_agg(p.id))[1] AS newest, coalesce(bool_or(p.position = 1), false) AS opening
      FROM (
        SELECT p.id, p.position FROM posts AS p
        WHERE p.thread_id = t.id AND p.position > coalesce(mark.read_position, 0)
          AND p.created_at > greatest(m.read_until, reader.after)
          AND p.author_id <> $1 AND p.deleted_at IS NULL
        ORDER BY p.position DESC LIMIT 100) AS p) AS unread
    WHERE (unread.posts > 0 OR decided.id IS NOT NULL) AND c.kind <> 'conversation'
      AND ${readableCommunity('c', '$1', '$2::boolean')})`;

/** SQL: a post as far as it is shown here. */
const glimpse = (post: string, author: string): string =>
  `json_build_object('id', ${post}.id, 'author', ${personChip(author)}, 'excerpt', left(${post}.body, 1200),
    'createdAt', ${isoTime(`${post}.created_at`)})`;

/**
 * All of it in one snapshot: counts of all sections, the newest $4 of each that lists threads, the rest by
 * community, the busiest topics. `until`: the newest that it has seen; what comes later is not among it.
 */
export const CATCH_UP = {
  name: 'feeds.catch-up',
  text: `
    WITH ${FOUND},
    listed AS MATERIALIZED (
      SELECT * FROM (
        SELECT found.*, row_number() OVER (
          PARTITION BY section ORDER BY greatest(activity_at, answered_at) DESC, id DESC) AS place
        FROM found WHERE section <> 'rest') AS ranked
      WHERE place <= $4)
    SELECT ${isoTime('reader.since')} AS since,
      ${isoTime('coalesce((SELECT max(greatest(activity_at, answered_at)) FROM found), reader.since)')} AS until,
      coalesce((
        SELECT json_object_agg(section, n)
        FROM (SELECT section, count(*)::int AS n FROM found GROUP BY section) AS counted), '{}') AS counts,
      coalesce((
        SELECT json_agg(json_build_object(
            'section', listed.section, 'threadId', t.id, 'community', ${communityCard('c')}, 'kind', t.kind,
            'title', t.title, 'opening', ${glimpse('opening', 'asker')},
            'post', CASE WHEN said.id <> opening.id THEN ${glimpse('said', 'sayer')} END,
            'unread', listed.posts, 'position', listed.last_position,
            'at', ${isoTime('greatest(listed.activity_at, listed.answered_at)')}) ORDER BY listed.place)
        FROM listed JOIN threads AS t ON t.id = listed.id JOIN communities AS c ON c.id = t.community_id
        JOIN posts AS opening ON opening.thread_id = t.id AND opening.position = 1
        JOIN users AS asker ON asker.id = opening.author_id
        JOIN posts AS said ON said.id = CASE listed.section
          WHEN 'decided' THEN listed.best_answer_id ELSE coalesce(listed.mention, listed.newest) END
        JOIN users AS sayer ON sayer.id = said.author_id), '[]') AS items,
      coalesce((
        SELECT json_agg(json_build_object('community', ${communityCard('c')}, 'threads', rest.threads,
          'posts', rest.posts, 'at', ${isoTime('rest.at')}) ORDER BY rest.at DESC)
        FROM (
          SELECT community_id, count(*)::int AS threads, sum(posts)::int AS posts, max(activity_at) AS at
          FROM found WHERE section = 'rest' GROUP BY community_id) AS rest
        JOIN communities AS c ON c.id = rest.community_id), '[]') AS communities,
      coalesce((
        SELECT json_agg(json_build_object('name', busy.topic, 'threads', busy.threads, 'posts', busy.posts)
          ORDER BY busy.posts DESC, busy.topic)
        FROM (
          SELECT tt.topic, count(*)::int AS threads, sum(found.posts)::int AS posts
          FROM found JOIN thread_topics AS tt ON tt.thread_id = found.id
          WHERE found.follow IS DISTINCT FROM 'muted'
          GROUP BY tt.topic HAVING count(*) > 1 ORDER BY sum(found.posts) DESC, tt.topic LIMIT 6) AS busy), '[]') AS topics
    FROM reader`,
} satisfies Statement;

/** How much waits, by section. */
export const CATCH_UP_COUNTS = {
  name: 'feeds.catch-up-counts',
  text: `WITH ${FOUND} SELECT section, count(*)::int AS n FROM found GROUP BY section`,
} satisfies Statement;

/** The rest of communities $4, each thread up to its last post that was there at $5. */
export const REST_UNTIL = {
  name: 'feeds.catch-up-rest',
  text: `
    WITH ${FOUND}
    SELECT found.id, old.position
    FROM found CROSS JOIN LATERAL (
      SELECT p.position FROM posts AS p
      WHERE p.thread_id = found.id AND p.created_at <= $5::timestamptz
      ORDER BY p.position DESC LIMIT 1) AS old
    WHERE found.section = 'rest' AND found.community_id = ANY ($4::uuid[])`,
} satisfies Statement;
