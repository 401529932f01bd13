import { readableCommunity } from '#access';
import type { Statement } from '#platform';
import { organisationCard } from './organisation.queries.ts';
import { personChip } from './person-chip.ts';

/**
 * Usable: not accepted, not revoked, not too old, and from somebody who may still invite. It may have been written
 * at the very moment in which that ended.
 */
const OPEN = `i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now() AND EXISTS (
  SELECT FROM users AS inviter
  WHERE inviter.id = i.invited_by AND inviter.role = 'admin' AND inviter.deactivated_at IS NULL)`;

/** Newest first, without revoked ones. Ids rise with time, so the primary key is the order. */
export const LIST_INVITATIONS = {
  name: 'invitations.list',
  text: `
    SELECT i.id, i.email::text AS email, i.name, i.role, i.created_at AS "createdAt", i.expires_at AS "expiresAt",
           i.accepted_at AS "acceptedAt", ${personChip('u')} AS "invitedBy"
    FROM invitations AS i JOIN users AS u ON u.id = i.invited_by
    WHERE i.revoked_at IS NULL AND ($2::uuid IS NULL OR i.id < $2)
    ORDER BY i.id DESC LIMIT $1`,
} satisfies Statement;

/** Unique index on token_hash. */
export const LOOK_AT_INVITATION = {
  name: 'invitations.look-at',
  text: `
    SELECT ${organisationCard('o')} AS organisation, i.email::text AS email, i.name, i.role,
           json_build_object('name', u.name) AS "invitedBy"
    FROM invitations AS i JOIN users AS u ON u.id = i.invited_by CROSS JOIN organisations AS o
    WHERE i.token_hash = $1 AND ${OPEN}`,
} satisfies Statement;

/** Of many at once one gets the row; the others wait for it and then find it used. */
export const USE_INVITATION = {
  name: 'invitations.use',
  text: `
    UPDATE invitations AS i SET accepted_at = now()
    WHERE i.token_hash = $1 AND ${OPEN}
    RETURNING i.id, i.role, i.community_ids AS "communityIds", i.invited_by AS "invitedBy", i.department`,
} satisfies Statement;

/** Ends what is open for an address ($1) or from an inviter ($2), so that only the newest way in is one. */
export const REVOKE_INVITATIONS = {
  name: 'invitations.revoke',
  text: `
    UPDATE invitations AS i SET revoked_at = now()
    WHERE (i.email = $1::citext OR i.invited_by = $2::uuid) AND i.accepted_at IS NULL AND i.revoked_at IS NULL`,
} satisfies Statement;

/**
 * Those of $3 into which $1 may let people: public ones they may read, others that they moderate. Primary keys
 * of communities and memberships.
 */
export const OPENED_BY = {
  name: 'invitations.opened-by',
  text: `
    SELECT c.id FROM communities AS c
    WHERE c.id = ANY ($3::uuid[]) AND c.kind IN ('project', 'group') AND c.archived_at IS NULL
      AND ${readableCommunity('c', '$1', '$2')}
      AND (c.visibility = 'public' OR EXISTS (
        SELECT FROM memberships AS m
        WHERE m.community_id = c.id AND m.user_id = $1 AND m.role IN ('moderator', 'owner')))`,
} satisfies Statement;
