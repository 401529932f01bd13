import type { Statement } from '#platform';
import { isoTime } from '#posts';
import { FROM, STILL_HOLDS, VIEW } from '../notifications.queries.ts';

/** The browsers of those whom the notifications $1 tell. Primary key of notifications, push_subscriptions_by_user. */
export const BROWSERS_TO_TELL = {
  name: 'push.browsers-to-tell',
  text: `SELECT n.id AS "notificationId", n.user_id AS "userId", n.kind, n.seq, n.updated_at AS at,
      s.id AS "subscriptionId"
    FROM notifications AS n JOIN push_subscriptions AS s ON s.user_id = n.user_id
    WHERE n.id = ANY ($1::uuid[]) AND n.read_at IS NULL`,
} satisfies Statement;

/** More of the same, while it waits, is sent with it. */
export const ENQUEUE = {
  name: 'push.enqueue',
  text: `INSERT INTO push_deliveries AS waiting (subscription_id, notification_id, seq, due_at)
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::timestamptz[])
    ON CONFLICT (subscription_id, notification_id) DO UPDATE
    SET seq = excluded.seq, tries = 0, due_at = least(waiting.due_at, excluded.due_at)
    WHERE waiting.seq < excluded.seq`,
} satisfies Statement;

/**
 * Takes all that is due for $1 browsers, for $2 seconds: whoever dies meanwhile leaves it to be taken again, so at
 * most what was just being sent is sent twice. Until when it was taken is the proof that it still is (`HELD`).
 * Index push_deliveries_by_due, primary key.
 */
export const TAKE_DUE = {
  name: 'push.take-due',
  text: `UPDATE push_deliveries AS d SET due_at = now() + make_interval(secs => $2), tries = d.tries + 1
    FROM (SELECT subscription_id, notification_id FROM push_deliveries
      WHERE due_at <= now() AND subscription_id IN (
        SELECT DISTINCT subscription_id FROM (
          SELECT subscription_id FROM push_deliveries WHERE due_at <= now() ORDER BY due_at LIMIT 200) AS oldest
        LIMIT $1)
      FOR UPDATE SKIP LOCKED) AS due
    WHERE d.subscription_id = due.subscription_id AND d.notification_id = due.notification_id
    RETURNING d.subscription_id AS "subscriptionId", d.notification_id AS "notificationId", d.seq, d.tries,
      d.due_at::text AS lease`,
} satisfies Statement;

/** Of the subscriptions $1, those whose session and person may still be told. Primary keys. */
export const BROWSERS = {
  name: 'push.browsers',
  text: `SELECT s.id, s.user_id AS "userId", s.endpoint, s.p256dh, s.auth, u.language,
      CASE WHEN s.counted_from > now() - interval '1 hour' THEN s.counted ELSE 0 END AS counted,
      s.counted_from + interval '1 hour' AS "countedUntil"
    FROM push_subscriptions AS s JOIN sessions ON sessions.id = s.session_id AND sessions.expires_at > now()
    JOIN users AS u ON u.id = s.user_id AND u.deactivated_at IS NULL
    WHERE s.id = ANY ($1::uuid[])`,
} satisfies Statement;

/** Of the notifications $1 what is unread and still holds: access, the post, the reaction, the invitation. */
export const STILL_TO_TELL = {
  name: 'push.still-to-tell',
  text: `SELECT ${VIEW}, c.visibility, ${isoTime('n.updated_at')} AS at
    FROM ${FROM} WHERE n.id = ANY ($1::uuid[]) AND n.read_at IS NULL AND ${STILL_HOLDS}`,
} satisfies Statement;

/** For the metrics. Index push_deliveries_by_due. */
export const DUE = `
  SELECT count(*) AS waiting, extract(epoch FROM now() - min(due_at))::float8 AS oldest
  FROM (SELECT due_at FROM push_deliveries WHERE due_at <= now() ORDER BY due_at LIMIT 100000) AS due`;

/** Done with, unless more of the same came meanwhile. */
export const DONE = {
  name: 'push.done',
  text: `DELETE FROM push_deliveries AS d USING unnest($2::uuid[], $3::bigint[]) AS done (id, seq)
    WHERE d.subscription_id = $1 AND d.notification_id = done.id AND d.seq = done.seq`,
} satisfies Statement;

/**
 * How many of the deliveries $2 are held by the lease $3, for $4 seconds more: whoever was frozen in between may have
 * lost them to another process. Primary key.
 */
export const HELD = {
  name: 'push.held',
  text: `SELECT count(*)::int AS held FROM push_deliveries
    WHERE subscription_id = $1 AND notification_id = ANY ($2::uuid[])
      AND due_at = $3::timestamptz AND due_at > now() + make_interval(secs => $4)`,
} satisfies Statement;

/** $4: the try did not count. What another process has taken since ($5) is left to it. */
export const POSTPONE = {
  name: 'push.postpone',
  text: `UPDATE push_deliveries SET due_at = $3, tries = CASE WHEN $4 THEN greatest(tries - 1, 0) ELSE tries END
    WHERE subscription_id = $1 AND notification_id = ANY ($2::uuid[]) AND due_at = $5::timestamptz`,
} satisfies Statement;

export const COUNT_SENT = {
  name: 'push.count-sent',
  text: `UPDATE push_subscriptions SET
      counted = CASE WHEN counted_from > now() - interval '1 hour' THEN counted ELSE 0 END + $2::int,
      counted_from = CASE WHEN counted_from > now() - interval '1 hour' THEN counted_from ELSE now() END
    WHERE id = $1`,
} satisfies Statement;
