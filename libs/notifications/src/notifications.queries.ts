import { readableCommunity } from '#access';
import type { Statement } from '#platform';
import { isoTime } from '#posts';
import { personChip } from '#users';

/** What the conditions below speak of. All by primary key. */
export const FROM = `notifications AS n
  JOIN users AS me ON me.id = n.user_id
  JOIN communities AS c ON c.id = n.community_id
  LEFT JOIN posts AS p ON p.id = n.post_id`;

/**
 * What a notification speaks of can go: access, the post, the reaction, the invitation. Asked whenever it is
 * shown or counted, so nothing has to be tidied when something goes.
 */
export const STILL_HOLDS = `c.archived_at IS NULL
  AND (${readableCommunity('c', 'n.user_id', "(me.role = 'guest')")}
    OR n.kind = 'invitation' AND EXISTS (
      SELECT FROM community_invitations AS asked
      WHERE asked.community_id = n.community_id AND asked.user_id = n.user_id))
  AND (p.deleted_at IS NULL OR n.kind = 'reply' AND EXISTS (
      SELECT FROM posts AS other
      WHERE other.thread_id = n.thread_id AND other.author_id = ANY (n.actor_ids)
        AND other.created_at >= n.created_at AND other.deleted_at IS NULL))
  AND (n.kind <> 'reaction' OR EXISTS (
      SELECT FROM reactions AS given WHERE given.post_id = n.post_id AND given.user_id = ANY (n.actor_ids)))
  AND (n.kind <> 'request' OR EXISTS (
      SELECT FROM memberships AS rank WHERE rank.community_id = n.community_id AND rank.user_id = n.user_id
        AND rank.role IN ('moderator', 'owner')))
  AND (n.kind NOT IN ('admitted', 'added') OR EXISTS (
      SELECT FROM memberships AS still WHERE still.community_id = n.community_id AND still.user_id = n.user_id))`;

export const VIEW = `n.id, n.user_id AS "userId", n.kind, n.thread_id AS "threadId", n.post_id AS "postId", n.emoji,
  cardinality(n.actor_ids) AS "actorCount",
  ARRAY(
    SELECT ${personChip('u')} FROM unnest(n.actor_ids[1:3]) WITH ORDINALITY AS actor (id, place)
    JOIN users AS u ON u.id = actor.id ORDER BY actor.place) AS actors,
  json_build_object('id', c.id, 'name', c.name, 'kind', c.kind) AS community,
  p.body, ${isoTime('n.created_at')} AS "createdAt", ${isoTime('n.updated_at')} AS "updatedAt",
  n.read_at IS NOT NULL AS read`;

/** Of user $1, $2: only unread, after the key ($3, $4), $5 at most, $6: of these kinds. Index notifications_by_user. */
export const LIST_NOTIFICATIONS = {
  name: 'notifications.list',
  text: `SELECT ${VIEW} FROM ${FROM}
    WHERE n.user_id = $1 AND (NOT $2::boolean OR n.read_at IS NULL)
      AND ($6::text[] IS NULL OR n.kind = ANY ($6))
      AND ($3::timestamptz IS NULL OR (n.updated_at, n.id) < ($3::timestamptz, $4::uuid))
      AND ${STILL_HOLDS}
    ORDER BY n.updated_at DESC, n.id DESC LIMIT $5`,
} satisfies Statement;

/** Primary key. */
export const NOTIFICATIONS_BY_ID = {
  name: 'notifications.by-id',
  text: `SELECT ${VIEW} FROM ${FROM} WHERE n.id = ANY ($1::uuid[]) AND ${STILL_HOLDS}`,
} satisfies Statement;

/** Of each of the users $1. Index notifications_one_unread_a_group. Stops at 100 a person: no badge shows more. */
export const COUNT_UNREAD = {
  name: 'notifications.count-unread',
  text: `SELECT person.id AS "userId", (SELECT count(*)::int FROM (
      SELECT FROM ${FROM} WHERE n.user_id = person.id AND n.read_at IS NULL AND ${STILL_HOLDS} LIMIT 100
    ) AS unread) AS count
    FROM unnest($1::uuid[]) AS person (id)`,
} satisfies Statement;

/** Those of user $1 among $2, or all. */
export const MARK_READ = {
  name: 'notifications.mark-read',
  text: `WITH marked AS (
      UPDATE notifications SET read_at = now()
      WHERE user_id = $1 AND read_at IS NULL AND ($2::uuid[] IS NULL OR id = ANY ($2)) RETURNING id
    )
    INSERT INTO outbox (type, user_id, actor_id, data)
    SELECT 'notification.read', $1, $1, jsonb_build_object('ids', to_jsonb($2::uuid[]))
    WHERE EXISTS (SELECT FROM marked)`,
} satisfies Statement;

/**
 * Those of user $1 among $2. What has an unread successor of the same matter stays read: the matter waits already.
 * Primary key, notifications_one_unread_a_group.
 */
export const MARK_UNREAD = {
  name: 'notifications.mark-unread',
  text: `WITH chosen AS (
      SELECT DISTINCT ON (n.group_key) n.id FROM notifications AS n
      WHERE n.user_id = $1 AND n.id = ANY ($2::uuid[]) AND n.read_at IS NOT NULL AND NOT EXISTS (
        SELECT FROM notifications AS newer
        WHERE newer.user_id = $1 AND newer.group_key = n.group_key AND newer.read_at IS NULL)
      ORDER BY n.group_key, n.updated_at DESC
    ), marked AS (
      UPDATE notifications SET read_at = NULL WHERE id IN (SELECT id FROM chosen) RETURNING id
    )
    INSERT INTO outbox (type, user_id, actor_id, data)
    SELECT 'notification.unread', $1, $1, jsonb_build_object('ids', jsonb_agg(id)) FROM marked HAVING count(*) > 0`,
} satisfies Statement;
