import type { Statement } from '#platform';

/** A session ends when it was not used for so long, or at the latest so long after the log-in. */
export const IDLE_DAYS = 30;
export const LONGEST_DAYS = 180;
/** How long a device is known after its last log-in; browsers keep no cookie longer. */
export const DEVICE_DAYS = 400;

/** Who a token belongs to. Unique index on token_hash, primary key of users. */
export const FIND_SESSION = {
  name: 'sessions.find',
  text: `
    SELECT s.id AS "sessionId", s.user_id AS "userId", u.role,
           s.last_seen_at < now() - interval '5 minutes' AS unseen
    FROM sessions AS s JOIN users AS u ON u.id = s.user_id
    WHERE s.token_hash = $1 AND s.expires_at > now() AND u.deactivated_at IS NULL`,
} satisfies Statement;

/** Notes that a session is in use, at most once in five minutes however many requests come at once. */
export const TOUCH_SESSION = {
  name: 'sessions.touch',
  text: `
    UPDATE sessions SET last_seen_at = now(), expires_at = least(
      now() + interval '${IDLE_DAYS} days', created_at + interval '${LONGEST_DAYS} days')
    WHERE id = $1 AND last_seen_at < now() - interval '5 minutes'`,
} satisfies Statement;

/**
 * Opens a session, unless meanwhile the person was deactivated or the password is no more the one that was
 * checked. The device ($6) is known from then on.
 */
export const BEGIN_SESSION = {
  name: 'sessions.begin',
  text: `
    WITH begun AS (
      INSERT INTO sessions (user_id, token_hash, user_agent, address, expires_at)
      SELECT id, $3, $4, $5, now() + interval '${IDLE_DAYS} days' FROM users
      WHERE id = $1 AND password_hash = $2 AND deactivated_at IS NULL FOR SHARE
      RETURNING id, user_id
    ), device AS (
      INSERT INTO known_devices (user_id, token_hash) SELECT user_id, $6 FROM begun
      ON CONFLICT (user_id, token_hash) DO UPDATE SET last_used_at = now()
    )
    SELECT id FROM begun`,
} satisfies Statement;

/** Takes away what has ended by itself. Index sessions_by_user, primary key of known_devices. */
export const FORGET_ENDED = {
  name: 'sessions.forget-ended',
  text: `
    WITH devices AS (
      DELETE FROM known_devices
      WHERE user_id = $1 AND last_used_at < now() - interval '${DEVICE_DAYS} days')
    DELETE FROM sessions WHERE user_id = $1 AND expires_at <= now()`,
} satisfies Statement;

/** Whoever may have had the old password is no friend any more, wherever they were. $2 is this device. */
export const FORGET_OTHER_DEVICES = {
  name: 'sessions.forget-other-devices',
  text: 'DELETE FROM known_devices WHERE user_id = $1 AND token_hash <> $2',
} satisfies Statement;

/** Index sessions_by_user. */
export const LIST_SESSIONS = {
  name: 'sessions.list',
  text: `
    SELECT id, id = $2 AS current, user_agent AS "userAgent", address, created_at AS "createdAt",
           last_seen_at AS "lastSeenAt"
    FROM sessions WHERE user_id = $1 AND expires_at > now()
    ORDER BY last_seen_at DESC, id DESC`,
} satisfies Statement;

/** Why a token opens nothing any more. Primary key of ended_sessions, unique index on sessions.token_hash. */
export const WHY_ENDED = {
  name: 'sessions.why-ended',
  text: `
    SELECT because FROM ended_sessions WHERE token_hash = $1
    UNION ALL
    SELECT 'expired' FROM sessions WHERE token_hash = $1 AND expires_at <= now()
    LIMIT 1`,
} satisfies Statement;
