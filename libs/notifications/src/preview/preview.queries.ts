import type { Statement } from '#platform';
import { isoTime } from '#posts';
import { personChip } from '#users';
import { concerned } from '../make-notifications.sql.ts';

/** However much goes on, a look back costs no more than this many entries of the log. */
const MOST_EVENTS = 100_000;

/**
 * What concerned user $1 in the last $2 days, by the statement that makes notifications, at most $3, the newest
 * first. Also what levels and mutes keep away: `wanted` says so. Relies on the primary key of events.
 */
export const CONCERNED_ME = {
  name: 'notifications.preview',
  text: `
    WITH fresh AS (
      SELECT * FROM events WHERE seq > (SELECT head - ${MOST_EVENTS} FROM event_log)
        AND at > now() - make_interval(days => $2::int)
        AND type = ANY ($4::text[])
    ), ${concerned('cause.user_id = $1', 'wanted DESC, cause.rank')}
    )
    SELECT chosen.kind, chosen.wanted, chosen.muted, ${isoTime('chosen.at')} AS at, chosen.emoji,
      chosen.thread_id AS "threadId", chosen.post_id AS "postId", p.body,
      (SELECT ${personChip('u')} FROM users AS u WHERE u.id = chosen.actor_id) AS actor,
      json_build_object('id', c.id, 'name', c.name, 'kind', c.kind) AS community
    FROM chosen JOIN communities AS c ON c.id = chosen.community_id LEFT JOIN posts AS p ON p.id = chosen.post_id
    ORDER BY chosen.seq DESC LIMIT $3`,
} satisfies Statement;
