import { readableCommunity } from '#access';
import type { Statement } from '#platform';

/** The events that may concern somebody. */
export const CONCERNING: readonly string[] = [
  'thread.started',
  'post.replied',
  'post.edited',
  'post.reacted',
  'invitation.made',
  'request.made',
  'membership.started',
];

/**
 * Who is concerned by the events $1, and why. `levels`: the notification levels of a member that let it through
 * (somebody who is no member, but mentioned or following, is not asked). `through_mute`: it also reaches
 * somebody who muted the thread. Where several causes meet in one event, the lowest `rank` is told.
 * Relies on the primary keys of events, mentions, memberships and threads, and on thread_marks_followers.
 */
const CAUSES = `
  SELECT mentions.user_id, e.seq, 1 AS rank, 'mention' AS kind, 'mention:' || e.post_id AS group_key,
    '{all,threads,mentions}'::text[] AS levels, true AS through_mute
  FROM fresh AS e JOIN mentions ON mentions.post_id = e.post_id
  WHERE e.type IN ('thread.started', 'post.replied')
  UNION ALL
  SELECT named.id::uuid, e.seq, 1, 'mention', 'mention:' || e.post_id, '{all,threads,mentions}', true
  FROM fresh AS e CROSS JOIN LATERAL jsonb_array_elements_text(e.data -> 'mentioned') AS named (id)
  WHERE e.type = 'post.edited'
  UNION ALL
  -- The handle of a community, in that community, calls its members; in an edit those it did not call before.
  SELECT m.user_id, e.seq, 2, 'mention', 'mention:' || e.post_id, '{all,threads,mentions}', false
  FROM fresh AS e JOIN memberships AS m ON m.community_id = e.community_id
  WHERE e.data ->> 'callsEverybody' = 'true' AND NOT (e.type = 'post.edited' AND EXISTS (
    SELECT FROM notifications AS told WHERE told.post_id = e.post_id AND told.user_id = m.user_id))
  UNION ALL
  SELECT m.user_id, e.seq, 3, 'announcement', 'announcement:' || e.thread_id, '{all,threads,mentions}', false
  FROM fresh AS e JOIN threads AS t ON t.id = e.thread_id AND t.kind = 'announcement'
  JOIN memberships AS m ON m.community_id = e.community_id
  WHERE e.type = 'thread.started'
  UNION ALL
  SELECT marks.user_id, e.seq, 4, 'reply', 'reply:' || e.thread_id, '{all,threads}', false
  FROM fresh AS e JOIN thread_marks AS marks ON marks.thread_id = e.thread_id AND marks.follow = 'following'
  WHERE e.type = 'post.replied'
  UNION ALL
  -- Whoever is in a conversation follows all of it.
  SELECT m.user_id, e.seq, 4, 'reply', 'reply:' || e.thread_id, '{all}', false
  FROM fresh AS e JOIN communities AS c ON c.id = e.community_id AND c.kind = 'conversation'
  JOIN memberships AS m ON m.community_id = c.id
  WHERE e.type = 'post.replied'
  UNION ALL
  -- More new threads of one community are one notification, that leads to the newest.
  SELECT m.user_id, e.seq, 5, 'thread', 'thread:' || e.community_id, '{all}', false
  FROM fresh AS e JOIN memberships AS m ON m.community_id = e.community_id AND m.level = 'all'
  WHERE e.type = 'thread.started'
  UNION ALL
  SELECT p.author_id, e.seq, 6, 'reaction', 'reaction:' || e.post_id, '{all,threads}', false
  FROM fresh AS e JOIN posts AS p ON p.id = e.post_id
  WHERE e.type = 'post.reacted' AND e.data ->> 'added' = 'true'
  UNION ALL
  SELECT e.user_id, e.seq, 7, 'invitation', 'invitation:' || e.community_id, NULL, true
  FROM fresh AS e WHERE e.type = 'invitation.made'
  UNION ALL
  SELECT e.user_id, e.seq, 7, 'request', 'request:' || e.community_id, NULL, true
  FROM fresh AS e WHERE e.type = 'request.made'
  UNION ALL
  -- Whom somebody else put in; newcomers (no actor) find themselves in theirs.
  SELECT e.user_id, e.seq, 7, CASE WHEN e.data ->> 'asked' = 'true' THEN 'admitted' ELSE 'added' END,
    'membership:' || e.community_id, NULL, true
  FROM fresh AS e JOIN communities AS c ON c.id = e.community_id AND c.kind IN ('project', 'group')
  JOIN memberships AS m ON m.community_id = e.community_id AND m.user_id = e.user_id
  WHERE e.type = 'membership.started'`;

/** Whether the person's own choices, the level of the membership and a muted thread, let it through. */
const WANTED = `(cause.levels IS NULL OR m.level IS NULL OR m.level = ANY (cause.levels))
  AND (cause.through_mute OR k.follow IS DISTINCT FROM 'muted')`;

/** Whom `fresh` events concern, one row a person and event; `which` narrows it down, `first` says what is told first. */
export const concerned = (which: string, first = 'cause.rank'): string => `causes AS (${CAUSES}
    ), chosen AS (
      SELECT DISTINCT ON (cause.user_id, cause.seq)
        cause.user_id, cause.seq, cause.kind, cause.group_key,
        e.community_id, e.thread_id, e.post_id, e.actor_id, e.data ->> 'emoji' AS emoji, e.at,
        (${WANTED}) AS wanted, coalesce(k.follow = 'muted', false) AS muted
      FROM causes AS cause
      JOIN fresh AS e USING (seq)
      JOIN users AS u ON u.id = cause.user_id AND u.deactivated_at IS NULL
      JOIN communities AS c ON c.id = e.community_id AND c.archived_at IS NULL
      LEFT JOIN memberships AS m ON m.community_id = e.community_id AND m.user_id = cause.user_id
      LEFT JOIN thread_marks AS k ON k.thread_id = e.thread_id AND k.user_id = cause.user_id
      LEFT JOIN posts AS p ON p.id = e.post_id
      WHERE cause.user_id <> e.actor_id AND p.deleted_at IS NULL AND (e.post_id IS NULL OR p.id IS NOT NULL)
        AND ${which}
        AND (cause.kind = 'invitation' OR ${readableCommunity('c', 'u.id', "(u.role = 'guest')")})
      ORDER BY cause.user_id, cause.seq, ${first}`;

/** Whoever has read that far, for instance by replying after it, knows. */
const NOT_READ = "(cause.kind <> 'reply' OR k.read_position IS NULL OR k.read_position < p.position)";

/** Actors in front of those before, each once. */
const merged = (newer: string, older: string): string =>
  `${newer} || ARRAY(SELECT id FROM unnest(${older}) WITH ORDINALITY AS before (id, place)
     WHERE id <> ALL (${newer}) ORDER BY place)`;

/**
 * Everything that the events $1 mean to anybody, in one statement, however many people that are. Whoever cannot
 * be reached by any client, for want of a session, is spared the event: they load their notifications anew.
 */
export const MAKE_NOTIFICATIONS = {
  name: 'notifications.make',
  text: `
    WITH fresh AS (
      SELECT * FROM events WHERE seq = ANY ($1)
    ), ${concerned(`${WANTED} AND ${NOT_READ}`)}
    ), grouped AS (
      SELECT user_id, kind, group_key, community_id, max(seq) AS seq, min(at) AS created_at, max(at) AS updated_at,
        (array_agg(thread_id ORDER BY seq DESC))[1] AS thread_id,
        (array_agg(post_id ORDER BY seq DESC))[1] AS post_id,
        (array_agg(emoji ORDER BY seq DESC))[1] AS emoji,
        array_agg(actor_id ORDER BY seq DESC) AS actors
      FROM chosen GROUP BY user_id, kind, group_key, community_id
    ), made AS (
      INSERT INTO notifications AS old
        (user_id, kind, group_key, community_id, thread_id, post_id, emoji, actor_ids, seq, created_at, updated_at)
      SELECT user_id, kind, group_key, community_id, thread_id, post_id, emoji,
        CASE WHEN cardinality(actors) = 1 THEN actors ELSE ARRAY(
          SELECT id FROM unnest(actors) WITH ORDINALITY AS a (id, place) GROUP BY id ORDER BY min(place)) END,
        seq, created_at, updated_at
      FROM grouped
      ON CONFLICT (user_id, group_key) WHERE read_at IS NULL DO UPDATE
      SET actor_ids = ${merged('excluded.actor_ids', 'old.actor_ids')}, thread_id = excluded.thread_id,
        post_id = excluded.post_id, emoji = excluded.emoji, seq = excluded.seq, updated_at = excluded.updated_at
      WHERE old.seq < excluded.seq
      RETURNING id, user_id
    )
    INSERT INTO outbox (type, user_id, data)
    SELECT 'notification.created', made.user_id, jsonb_build_object('notificationId', made.id) FROM made
    WHERE EXISTS (
      SELECT FROM sessions WHERE sessions.user_id = made.user_id AND sessions.expires_at > now())`,
} satisfies Statement;
