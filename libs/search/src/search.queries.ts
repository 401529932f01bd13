import { knownCommunity, readableCommunity, visiblePerson } from '#access';
import { communityCard } from '#communities';
import type { Statement } from '#platform';
import { personChip } from '#users';

/**
 * The words of post `p` of thread `t`. Punctuation becomes space first, so that host names, dates and file names
 * are found by their parts: Postgres would keep `srv-01.example` as one.
 */
export const TEXT_OF_A_POST = `to_tsvector('kring', regexp_replace(
  CASE WHEN p.position = 1 THEN coalesce(t.title, '') || ' ' ELSE '' END || p.body, '[^[:alnum:]]+', ' ', 'g'))`;

/** Control characters cannot occur in a post, so they mark hits without ambiguity. */
export const HIT_BEGINS = '\u0001';
export const HIT_ENDS = '\u0002';
const HEADLINE = `StartSel=${HIT_BEGINS}, StopSel=${HIT_ENDS}, MaxFragments=1, MaxWords=34, MinWords=18`;

/**
 * $1 viewer, $2 is a guest, $3 tsquery, $4 community or null, $5/$6 cursor, $7 limit.
 * post_words_index finds the words, the primary keys of posts and communities the rest.
 */
export const FIND_POSTS = {
  name: 'search.posts',
  text: `
    WITH found AS (
      SELECT p.id, p.thread_id, p.author_id, p.body, p.created_at, p.community_id
      FROM post_words AS w
      JOIN posts AS p ON p.id = w.post_id
      JOIN communities AS c ON c.id = w.community_id
      WHERE w.words @@ to_tsquery('kring', $3)
        AND ($4::uuid IS NULL OR w.community_id = $4)
        AND p.deleted_at IS NULL
        AND ${readableCommunity('c', '$1', '$2::boolean')}
        AND ($5::timestamptz IS NULL OR (p.created_at, p.id) < ($5, $6::uuid))
      ORDER BY p.created_at DESC, p.id DESC
      LIMIT $7
    )
    SELECT f.id, f.thread_id AS "threadId", f.created_at AS "createdAt", t.title,
           ${personChip('u')} AS author, ${communityCard('c')} AS community, f.body
    FROM found AS f
    JOIN threads AS t ON t.id = f.thread_id
    JOIN users AS u ON u.id = f.author_id
    JOIN communities AS c ON c.id = f.community_id
    ORDER BY f.created_at DESC, f.id DESC`,
} satisfies Statement;

/**
 * $1 texts, $2 tsquery; the same number of headlines, in the same order. Of plain texts, and so apart from finding them:
 * only the renderer knows which signs of a post are no words.
 */
export const HEADLINES = {
  name: 'search.headlines',
  text: `
    SELECT ts_headline('kring', found.words, to_tsquery('kring', $2), '${HEADLINE}') AS headline
    FROM unnest($1::text[]) WITH ORDINALITY AS found (words, place)
    ORDER BY found.place`,
} satisfies Statement;

/** $1 viewer, $2 is a guest, $3/$4 cursor, $5 limit; `sought` the conditions of what was typed. users_by_folded_words. */
export const findPeople = (sought: string[]): string => `
  SELECT lower(u.name) AS key, u.id, ${personChip('u')} AS person, u.department
  FROM users AS u
  WHERE ${['u.deactivated_at IS NULL', ...sought].join(' AND ')}
    AND ${visiblePerson('u', '$1', '$2::boolean')}
    AND ($3::text IS NULL OR (lower(u.name), u.id) > ($3, $4::uuid))
  ORDER BY lower(u.name), u.id
  LIMIT $5`;

/** The same of communities. communities_by_folded_words. */
export const findCommunities = (sought: string[]): string => `
  SELECT lower(c.name) AS key, c.id, ${communityCard('c')} AS community, c.purpose, c.member_count AS "memberCount"
  FROM communities AS c
  WHERE ${[`c.kind IN ('project', 'group', 'company')`, ...sought].join(' AND ')}
    AND ${knownCommunity('c', '$1', '$2::boolean')}
    AND ($3::text IS NULL OR (lower(c.name), c.id) > ($3, $4::uuid))
  ORDER BY lower(c.name), c.id
  LIMIT $5`;

/** $1 viewer, $2 is a guest, $3 pattern, $4 community or null, $5 cursor, $6 limit. files_by_post. */
export const FIND_FILES = {
  name: 'search.files',
  text: `
    SELECT f.id, f.name, f.media_type AS "mediaType", f.size, '/api/v1/files/' || f.id AS url,
           p.thread_id AS "threadId", p.id AS "postId", f.created_at AS "createdAt",
           ${personChip('u')} AS owner, ${communityCard('c')} AS community
    FROM files AS f
    JOIN posts AS p ON p.id = f.post_id
    JOIN communities AS c ON c.id = p.community_id
    JOIN users AS u ON u.id = f.owner_id
    WHERE f.name ILIKE $3 AND p.deleted_at IS NULL
      AND ($4::uuid IS NULL OR c.id = $4)
      AND ${readableCommunity('c', '$1', '$2::boolean')}
      AND ($5::uuid IS NULL OR f.id < $5)
    ORDER BY f.id DESC
    LIMIT $6`,
} satisfies Statement;
