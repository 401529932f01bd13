import type { Statement } from '#platform';
import { personChip } from '#users';

/**
 * SQL condition: nobody who runs the community `c` can log in any more. Conversations and streams have no owners to
 * lose. Index memberships_owners.
 */
export const withoutOwner = (c: string): string => `
  ${c}.kind IN ('project', 'group', 'company') AND ${c}.archived_at IS NULL AND NOT EXISTS (
    SELECT FROM memberships AS owner JOIN users AS u ON u.id = owner.user_id AND u.deactivated_at IS NULL
    WHERE owner.community_id = ${c}.id AND owner.role = 'owner')`;

/**
 * Who may be made owner of `c`: whoever is in it and no guest, so that nobody comes to read it by being appointed;
 * any colleague only where nobody is left. `viewer` is not one of those.
 */
export const mayOwn = (u: string, c: string, viewer: string): string => `
  ${u}.deactivated_at IS NULL AND ${u}.role IN ('member', 'admin') AND CASE WHEN EXISTS (
      SELECT FROM memberships AS m JOIN users AS left_over ON left_over.id = m.user_id
        AND left_over.deactivated_at IS NULL AND left_over.role IN ('member', 'admin')
      WHERE m.community_id = ${c}.id)
    THEN EXISTS (SELECT FROM memberships AS m WHERE m.community_id = ${c}.id AND m.user_id = ${u}.id)
    ELSE ${u}.id <> ${viewer} END`;

/** So many are named; of a company nobody reads more. */
const MOST_CANDIDATES = 10;

/** SQL: whoever of its members could take over: moderators first, then who has been in it longest. */
const candidates = (c: string): string => `
  (SELECT coalesce(json_agg(named.chip ORDER BY named.place), '[]') FROM (
    SELECT ${personChip('u')} AS chip, row_number() OVER (ORDER BY m.role = 'moderator' DESC, m.joined_at, u.id) AS place
    FROM memberships AS m JOIN users AS u ON u.id = m.user_id AND u.deactivated_at IS NULL
      AND u.role IN ('member', 'admin')
    WHERE m.community_id = ${c}.id
    ORDER BY m.role = 'moderator' DESC, m.joined_at, u.id LIMIT ${MOST_CANDIDATES}) AS named)`;

/** By name: $1 and $2 the cursor, $3 how many. Asks memberships_owners of each community. */
export const WITHOUT_OWNER = {
  name: 'communities.without-owner',
  text: `
    SELECT c.id, c.name, c.kind, c.member_count AS "memberCount", ${candidates('c')} AS candidates,
      lower(c.name) AS "sortName"
    FROM communities AS c
    WHERE ${withoutOwner('c')} AND ($1::text IS NULL OR (lower(c.name), c.id) > ($1::text, $2::uuid))
    ORDER BY lower(c.name), c.id LIMIT $3`,
} satisfies Statement;
