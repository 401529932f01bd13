import type { Statement } from '#platform';

/** Whoever did these may have read on. */
export const READS = new Set(['thread.marked', 'community.read', 'post.replied']);

/**
 * What somebody has read in its thread need not be told any more: marks it and says so to all their devices, in the
 * transaction that moves the consumer on. $1: the events of reading. A reaction is news of a post that was read
 * already, so it stays. Unique index notifications_one_unread_a_group, primary keys of posts, marks, memberships.
 */
export const READ_ALONG = {
  name: 'notifications.read-along',
  text: `
    WITH reading AS (
      SELECT DISTINCT coalesce(user_id, actor_id) AS user_id, community_id, thread_id
      FROM events WHERE seq = ANY ($1)
    ), marked AS (
      UPDATE notifications AS n SET read_at = now()
      FROM reading AS r, posts AS p
      WHERE n.user_id = r.user_id AND n.read_at IS NULL AND n.community_id = r.community_id
        AND (r.thread_id IS NULL OR n.thread_id = r.thread_id)
        AND n.kind IN ('mention', 'reply', 'announcement', 'thread') AND p.id = n.post_id
        AND (p.position <= (SELECT k.read_position FROM thread_marks AS k
               WHERE k.user_id = n.user_id AND k.thread_id = n.thread_id)
          OR p.created_at <= (SELECT m.read_until FROM memberships AS m
               WHERE m.user_id = n.user_id AND m.community_id = n.community_id))
      RETURNING n.id, n.user_id
    )
    INSERT INTO outbox (type, user_id, actor_id, data)
    SELECT 'notification.read', user_id, user_id, jsonb_build_object('ids', jsonb_agg(id))
    FROM marked GROUP BY user_id`,
} satisfies Statement;
