import { readableCommunity } from '#access';
import type { Statement } from '#platform';
import {
  afterCursor,
  askedOf,
  firstOf,
  givenBy,
  reasonOf,
  SORT_COLUMN,
  type ThreadSort,
  threadPage,
} from '#posts';

/** Every feed comes in both orders. $1 viewer, $2 is a guest, $3 and $4 the cursor, $5 how many. */
type Sorted = Record<ThreadSort, Statement>;
/** Finds the keys of a page; `only` is a further condition on the thread `t`. */
type Keys = (sort: ThreadSort, only?: string) => string;

const sorted = (name: string, keys: Keys, reason?: string): Sorted => ({
  activity: threadPage(`feeds.${name}-activity`, keys('activity'), reason),
  newest: threadPage(`feeds.${name}-newest`, keys('newest'), reason),
});

/**
 * How many threads of a feed are not older than $6, at most $5 ($3 and $4: the cursor of a first page). By the very
 * keys of its pages, so that the number is that of what is shown. Looks at no more than $5 threads a community,
 * and at none that is older.
 */
const counted = (name: string, keys: Keys): Sorted => {
  const count = (sort: ThreadSort): Statement => ({
    name: `feeds.count-${name}-${sort}`,
    text: `SELECT count(*)::int AS n FROM (${keys(sort, `AND t.${SORT_COLUMN[sort]} >= $6::timestamptz`)}) AS found
      WHERE $2::boolean IS NOT NULL`,
  });
  return { activity: count('activity'), newest: count('newest') };
};

const OPEN_QUESTION = `t.kind = 'question' AND t.best_answer_id IS NULL AND t.closed_at IS NULL`;

/**
 * The first $5 of each of those communities of the viewer, of which the caller takes the first $5 of all. Not of
 * conversations: those have a list of their own.
 */
const ofMine = (sort: ThreadSort, communities: string, threads: string): string => `
  SELECT newest.id, newest.at
  FROM memberships AS mine
  JOIN communities AS c ON c.id = mine.community_id AND c.kind <> 'conversation' ${communities}
  CROSS JOIN LATERAL (
    SELECT t.id, t.${SORT_COLUMN[sort]} AS at FROM threads AS t
    WHERE t.community_id = mine.community_id AND ${afterCursor('t', sort)} ${threads}
    ${firstOf('t', sort)}) AS newest
  WHERE mine.user_id = $1`;

/**
 * Those that `ofPublic` does not hold already. Chosen by community, not by thread: else a page would look at all
 * threads of every public community that the viewer is in, only to leave them out.
 */
const NOT_IN_PUBLIC = `AND ($2::boolean OR c.visibility <> 'public')`;

/** The first $5 of all public threads; guests have none. */
const ofPublic = (sort: ThreadSort, which: string): string => `
  (SELECT t.id, t.${SORT_COLUMN[sort]} AS at FROM threads AS t
   WHERE t.is_public AND NOT $2::boolean AND ${afterCursor('t', sort)} ${which}
   ${firstOf('t', sort)})`;

const merged = (...parts: string[]): string => `
  SELECT id, at FROM (${parts.join(' UNION ')}) AS candidate ORDER BY at DESC, id DESC LIMIT $5`;

/**
 * The first $5 of each followed topic, of which the caller takes the first $5 of all. Only public ones: what else
 * the viewer may read is theirs by membership. A thread that is found twice is the same row.
 */
const ofFollowedTopics = (sort: ThreadSort, only: string): string => `
  SELECT tagged.id, tagged.at
  FROM topic_follows AS followed CROSS JOIN LATERAL (
    SELECT t.thread_id AS id, t.${SORT_COLUMN[sort]} AS at FROM thread_topics AS t
    WHERE t.topic = followed.topic AND t.is_public AND NOT $2::boolean
      AND (t.${SORT_COLUMN[sort]}, t.thread_id) < ($3::timestamptz, $4::uuid) ${only}
    ORDER BY t.${SORT_COLUMN[sort]} DESC, t.thread_id DESC LIMIT $5) AS tagged
  WHERE followed.user_id = $1`;

/**
 * Home: the threads of the viewer's communities, and public ones with a topic that they follow. Cost: (memberships +
 * followed topics) × page. Indexes memberships_by_user and threads_by_activity or threads_by_age, topic_follows and
 * public_topics_by_activity or public_topics_by_age.
 */
const home: Keys = (sort, only = '') => merged(ofMine(sort, '', only), ofFollowedTopics(sort, only));
export const HOME = sorted('home', home, reasonOf('$1'));
export const COUNT_HOME = counted('home', home);

/**
 * Everything the viewer may read: what is public, and what is theirs. Two ordered lists merged, so private
 * threads of others cost nothing. Indexes public_threads_by_activity or _by_age, and those of HOME.
 */
const everything: Keys = (sort, only = '') => merged(ofPublic(sort, only), ofMine(sort, NOT_IN_PUBLIC, only));
export const EVERYTHING = sorted('everything', everything);
export const COUNT_EVERYTHING = counted('everything', everything);

/** Questions without a best answer. Indexes public_unanswered_by_* and unanswered_by_*. */
const unanswered: Keys = (sort, only = '') =>
  merged(
    ofPublic(sort, `AND ${OPEN_QUESTION} ${only}`),
    ofMine(sort, NOT_IN_PUBLIC, `AND ${OPEN_QUESTION} ${only}`),
  );
export const UNANSWERED = sorted('unanswered', unanswered);
export const COUNT_UNANSWERED = counted('unanswered', unanswered);

/**
 * $6 the topic. Its public threads in their order (public_topics_by_activity or _by_age), and those of the viewer's
 * communities that are not public (primary key of thread_topics): what others say of it elsewhere costs nothing.
 */
export const OF_TOPIC = sorted('topic', (sort) => {
  const first = `(t.${SORT_COLUMN[sort]}, t.thread_id) < ($3::timestamptz, $4::uuid)
    ORDER BY t.${SORT_COLUMN[sort]} DESC, t.thread_id DESC LIMIT $5`;
  return merged(
    `(SELECT t.thread_id AS id, t.${SORT_COLUMN[sort]} AS at FROM thread_topics AS t
      WHERE t.topic = $6 AND t.is_public AND NOT $2::boolean AND ${first})`,
    `(SELECT t.thread_id AS id, t.${SORT_COLUMN[sort]} AS at
      FROM memberships AS mine
      JOIN communities AS c ON c.id = mine.community_id AND c.kind <> 'conversation' ${NOT_IN_PUBLIC}
      JOIN thread_topics AS t ON t.topic = $6 AND t.community_id = mine.community_id
      WHERE mine.user_id = $1 AND ${first})`,
  );
});

/**
 * $6 the person: what they started. What is said in a conversation belongs to it, and is not told of a person.
 * Index threads_by_author.
 */
export const OF_PERSON = sorted(
  'person',
  (sort) => `
    SELECT t.id, t.${SORT_COLUMN[sort]} AS at
    FROM threads AS t JOIN communities AS c ON c.id = t.community_id
    WHERE t.author_id = $6 AND c.kind <> 'conversation' AND ${afterCursor('t', sort)}
      AND ${readableCommunity('c', '$1', '$2::boolean')}
    ${firstOf('t', sort)}`,
);

/** Newest bookmark first, whatever the sort. Index thread_marks_bookmarks. */
export const BOOKMARKS = threadPage(
  'feeds.bookmarks',
  `SELECT mark.thread_id AS id, mark.bookmarked_at AS at
   FROM thread_marks AS mark
   JOIN threads AS t ON t.id = mark.thread_id
   JOIN communities AS c ON c.id = t.community_id
   WHERE mark.user_id = $1 AND mark.bookmarked_at IS NOT NULL
     AND (mark.bookmarked_at, mark.thread_id) < ($3::timestamptz, $4::uuid)
     AND ${readableCommunity('c', '$1', '$2::boolean')}
   ORDER BY mark.bookmarked_at DESC, mark.thread_id DESC LIMIT $5`,
);

/**
 * Announcements that wait for the viewer to say that they read them, the one asked last first. Index threads_asking:
 * as many as were ever asked in their communities, which are few.
 */
export const UNACKNOWLEDGED = threadPage(
  'feeds.unacknowledged',
  `SELECT t.id, t.acknowledgement_asked_at AS at
   FROM memberships AS mine
   JOIN threads AS t ON t.community_id = mine.community_id AND t.acknowledgement_asked_at IS NOT NULL
   WHERE mine.user_id = $1 AND ${askedOf('mine', '$1')} AND NOT ${givenBy('$1')}
     AND (t.acknowledgement_asked_at, t.id) < ($3::timestamptz, $4::uuid)
   ORDER BY t.acknowledgement_asked_at DESC, t.id DESC LIMIT $5`,
);

/**
 * How many threads of each of the viewer's communities have something unread, up to 100. By position: a thread
 * counts when its last post is past the mark. Looks at no more than 100 threads a community that moved since
 * `read_until`. Indexes memberships_by_user, threads_by_activity, primary key of thread_marks.
 */
export const UNREAD = {
  name: 'feeds.unread',
  text: `
    SELECT m.community_id AS "communityId", (
      SELECT count(*)::int FROM (
        SELECT t.id, t.last_position FROM threads AS t
        WHERE t.community_id = m.community_id AND t.activity_at > m.read_until
        ORDER BY t.activity_at DESC, t.id DESC LIMIT 100) AS moved
      LEFT JOIN thread_marks AS mark ON mark.user_id = $1 AND mark.thread_id = moved.id
      WHERE moved.last_position > coalesce(mark.read_position, 0)
        AND EXISTS (
          SELECT FROM posts AS p
          WHERE p.thread_id = moved.id AND p.position > coalesce(mark.read_position, 0)
            AND p.created_at > m.read_until AND p.author_id <> $1 AND p.deleted_at IS NULL)) AS unread
    FROM memberships AS m WHERE m.user_id = $1`,
} satisfies Statement;
