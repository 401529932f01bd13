import { knownCommunity } from '#access';
import type { Statement } from '#platform';
import { personChip } from '#users';

/** A time inside JSON, written as the rest of the API writes it. */
export const isoTime = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Select list for CommunityFacts of `communities AS c`. The sub-selects go by primary key and by community. */
const FACTS = `
  c.id, c.kind, c.visibility, c.name, c.handle, c.purpose, c.starts_on AS "startsOn", c.ends_on AS "endsOn",
  c.status, c.hue, '/api/v1/files/' || c.picture_id AS picture, c.member_count AS "memberCount",
  c.archived_at AS "archivedAt", c.created_at AS "createdAt", c.version,
  (SELECT ${personChip('u')} FROM users AS u WHERE u.id = c.person_id) AS person,
  CASE WHEN c.kind = 'conversation' THEN (
    SELECT coalesce(json_agg(${personChip('u')} ORDER BY lower(u.name), u.id), '[]')
    FROM memberships AS everybody JOIN users AS u ON u.id = everybody.user_id
    WHERE everybody.community_id = c.id) END AS members,
  CASE WHEN c.kind = 'project' THEN (
    SELECT coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'dueOn', s.due_on,
      'doneAt', ${isoTime('s.done_at')}) ORDER BY s.due_on, s.id), '[]')
    FROM milestones AS s WHERE s.community_id = c.id) ELSE '[]' END AS milestones`;

/** Select list for what one viewer ($1) has to do with it; `m` is their membership. */
const MINE = `
  m.role, m.level,
  EXISTS (SELECT FROM join_requests AS r WHERE r.community_id = c.id AND r.user_id = $1) AS requested,
  EXISTS (SELECT FROM community_invitations AS i WHERE i.community_id = c.id AND i.user_id = $1) AS invited`;

const SEEN_BY_VIEWER = `
  FROM communities AS c LEFT JOIN memberships AS m ON m.community_id = c.id AND m.user_id = $1`;

/** Whom a community is shown to: who may know of it, and who was asked in. `$1` user, `$2` guest. */
export const SHOWN_TO_VIEWER = `(${knownCommunity('c', '$1', '$2::boolean')} OR EXISTS (
  SELECT FROM community_invitations AS i WHERE i.community_id = c.id AND i.user_id = $1))`;

/** Primary key of communities, and of what hangs on it. */
export const COMMUNITIES_BY_ID = {
  name: 'communities.by-id',
  text: `SELECT ${FACTS}, ${MINE} ${SEEN_BY_VIEWER} WHERE c.id = ANY ($3::uuid[]) AND ${SHOWN_TO_VIEWER}`,
} satisfies Statement;

/** Primary key. For nobody in particular: whoever calls it knows who gets to see it. */
export const FACTS_BY_ID = {
  name: 'communities.facts-by-id',
  text: `SELECT ${FACTS} FROM communities AS c WHERE c.id = ANY ($1::uuid[])`,
} satisfies Statement;

/** The kinds that stand in the directory: the condition of the index communities_by_name. */
export const IN_DIRECTORY = `c.kind IN ('project', 'group', 'company')`;

/** Whatever a person is in, or asked into: for guests that is all there is. Index memberships_by_user. */
export const THEIRS = `c.id IN (
  SELECT community_id FROM memberships WHERE user_id = $1
  UNION ALL SELECT community_id FROM community_invitations WHERE user_id = $1)`;

/**
 * One page in the order of `lower(name), id`. Relies on communities_by_name for the directory, on
 * communities_by_folded_words for words, on memberships_by_user for one's own.
 */
export const directoryPage = (conditions: string[], limit: string): string => `
  SELECT ${FACTS}, ${MINE}, lower(c.name) AS "sortName" ${SEEN_BY_VIEWER}
  WHERE ${conditions.join(' AND ')}
  ORDER BY lower(c.name), c.id LIMIT ${limit}`;
