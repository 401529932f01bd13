import { filesOf } from '#files';
import { personChip } from '#users';

/**
 * The SQL that makes views. Reads, feeds, answers to writes and events all take it from here and from
 * `thread-view.sql.ts`, so that what an event carries is what a fresh load would show.
 */

/** SQL: a moment as `2026-03-01T12:00:00.000Z`, whatever the session's time zone. */
export const isoTime = (moment: string): string =>
  `to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

interface PostPieces {
  /** Alias of the row of `users`. */
  author: string;
  /** SQL of JSON lists. */
  files: string;
  mentions: string;
  /** What the viewer did with it; left out where the view is for everybody. */
  mine?: string;
}

/** SQL: the PostView of the row of `posts` that `p` names, of pieces found elsewhere. */
export function postOf(p: string, { author, files, mentions, mine }: PostPieces): string {
  return `json_build_object('id', ${p}.id, 'threadId', ${p}.thread_id, 'communityId', ${p}.community_id,
    'position', ${p}.position, 'author', ${personChip(author)}, 'body', ${p}.body, 'html', ${p}.html,
    'replyTo', ${p}.reply_to, 'createdAt', ${isoTime(`${p}.created_at`)},
    'editedAt', ${isoTime(`${p}.edited_at`)}, 'deletedAt', ${isoTime(`${p}.deleted_at`)},
    'deletedBy', CASE WHEN ${p}.deleted_at IS NULL THEN NULL
      WHEN ${p}.deleted_by = ${p}.author_id THEN 'author' ELSE 'moderator' END,
    'version', ${p}.version, 'reactions', ${reactionsOf(p)}, 'files', ${files}, 'mentions', ${mentions}
    ${mine ? `, 'mine', ${mine}` : ''})`;
}

/** SQL: `[{emoji, count}]`, most given first. */
export const reactionsOf = (p: string): string =>
  `CASE WHEN ${p}.reactions = '{}' THEN '[]'::json ELSE (
    SELECT json_agg(json_build_object('emoji', key, 'count', value) ORDER BY value::int DESC, key)
    FROM jsonb_each(${p}.reactions)) END`;

/** SQL: how somebody is shown who is mentioned. */
export const mentionOf = (u: string): string =>
  `json_build_object('id', ${u}.id, 'name', ${u}.name, 'handle', ${u}.handle)`;

/**
 * SQL: the PostView of a stored post. Relies on files_by_post and on the primary keys of mentions and reactions.
 * @param viewer placeholder of the viewer's id; without one the view is for everybody
 */
export function storedPost(p: string, author: string, viewer?: string): string {
  return postOf(p, {
    author,
    files: filesOf(p),
    mentions: `coalesce((
      SELECT json_agg(${mentionOf('u')} ORDER BY u.id)
      FROM mentions AS n JOIN users AS u ON u.id = n.user_id WHERE n.post_id = ${p}.id), '[]')`,
    mine:
      viewer &&
      `json_build_object('reactions', CASE WHEN ${p}.reactions = '{}' THEN '[]'::json ELSE coalesce((
        SELECT json_agg(r.emoji ORDER BY r.emoji)
        FROM reactions AS r WHERE r.post_id = ${p}.id AND r.user_id = ${viewer}), '[]') END)`,
  });
}
