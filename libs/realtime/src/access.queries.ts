import { readableCommunity } from '#access';
import type { Statement } from '#platform';

/** Primary keys of sessions and users, memberships_by_user, topic_follows. No row when the log-in is over. */
export const CURRENT_ACCESS = {
  name: 'realtime.current-access',
  text: `SELECT users.role = 'guest' AS guest,
           ARRAY(SELECT community_id FROM memberships WHERE memberships.user_id = users.id) AS "communityIds",
           ARRAY(SELECT topic FROM topic_follows WHERE topic_follows.user_id = users.id) AS topics
         FROM sessions JOIN users ON users.id = sessions.user_id
         WHERE sessions.id = $1 AND sessions.expires_at > now() AND users.deactivated_at IS NULL`,
} satisfies Statement;

/** Of the communities $3 and threads $4, those that user $1 (guest: $2) may read. Primary keys. */
export const READABLE_PLACES = {
  name: 'realtime.readable-places',
  text: `SELECT communities.id AS "communityId", NULL::uuid AS "threadId"
         FROM communities WHERE id = ANY ($3) AND ${readableCommunity('communities', '$1', '$2')}
         UNION ALL
         SELECT communities.id, threads.id
         FROM threads JOIN communities ON communities.id = threads.community_id
         WHERE threads.id = ANY ($4) AND ${readableCommunity('communities', '$1', '$2')}`,
} satisfies Statement;

/** Primary key of communities. */
export const PUBLIC_AMONG = {
  name: 'realtime.public-among',
  text: `SELECT id FROM communities WHERE id = ANY ($1) AND visibility = 'public'`,
} satisfies Statement;

/**
 * What takes access away and was committed already, but stands after $1 in the log or has no number yet. Reads
 * what is waiting to be told, which is little. One statement, so that nothing slips through while it is numbered.
 */
export const REVOKED_AHEAD = {
  name: 'realtime.revoked-ahead',
  text: `SELECT type, community_id AS "communityId", user_id AS "userId", data,
           (SELECT visibility = 'public' FROM communities WHERE communities.id = community_id) AS open
         FROM (
           SELECT type, community_id, user_id, data FROM events WHERE seq > $1
           UNION ALL SELECT type, community_id, user_id, data FROM outbox) AS ahead
         WHERE type IN ('membership.ended', 'community.changed', 'community.hidden', 'user.deactivated',
           'session.ended')`,
} satisfies Statement;

/** Primary key of sessions. */
export const SESSIONS_ALIVE = {
  name: 'realtime.sessions-alive',
  text: `SELECT sessions.id FROM sessions JOIN users ON users.id = sessions.user_id
         WHERE sessions.id = ANY ($1) AND sessions.expires_at > now() AND users.deactivated_at IS NULL`,
} satisfies Statement;
