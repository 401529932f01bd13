import { readableCommunity } from '#access';
import { communityCard } from '#communities';
import { fileView } from '#files';
import type { Statement } from '#platform';
import { isoTime } from '#posts';

export const MOST_DRAFTS = 100;

/**
 * The drafts that `which` chooses (alias d), with what their writer may still read of their places. All by primary
 * key; drafts_by_user for the order.
 */
const draftsWhere = (which: string): string => `
  SELECT d.user_id AS "userId", d.place, d.body, d.title, d.kind, d.asks_acknowledgement AS "asksAcknowledgement",
    d.reply_to AS "replyTo",
    (SELECT coalesce(json_agg(${fileView('f')} ORDER BY chosen.nr), '[]')
      FROM unnest(d.file_ids) WITH ORDINALITY AS chosen (id, nr)
      JOIN files AS f ON f.id = chosen.id
        AND f.owner_id = d.user_id AND f.purpose = 'attachment' AND f.post_id IS NULL) AS files,
    d.version, ${isoTime('d.updated_at')} AS "updatedAt", place.community, place."threadId", place."threadTitle"
  FROM drafts AS d JOIN users AS me ON me.id = d.user_id
  LEFT JOIN LATERAL (
    SELECT ${communityCard('c')} AS community, t.id AS "threadId", t.title AS "threadTitle"
    FROM (SELECT split_part(d.place, '-', 1) AS kind, substr(d.place, strpos(d.place, '-') + 1)::uuid AS id) AS named
    LEFT JOIN posts AS p ON named.kind = 'edit' AND p.id = named.id
    LEFT JOIN threads AS t ON t.id = CASE named.kind WHEN 'thread' THEN named.id ELSE p.thread_id END
    JOIN communities AS c ON c.id = CASE named.kind WHEN 'community' THEN named.id ELSE t.community_id END
    WHERE ${readableCommunity('c', 'd.user_id', "(me.role = 'guest')")}) AS place ON true
  WHERE ${which}`;

/** Of user $1. */
export const DRAFTS_OF = {
  name: 'drafts.of',
  text: `${draftsWhere('d.user_id = $1')} ORDER BY d.updated_at DESC, d.place LIMIT ${MOST_DRAFTS}`,
} satisfies Statement;

/** Of the users $1 at the places $2, pair by pair. */
export const DRAFTS_AT = {
  name: 'drafts.at',
  text: draftsWhere('(d.user_id, d.place) IN (SELECT * FROM unnest($1::uuid[], $2::text[]))'),
} satisfies Statement;

/**
 * Keeps the draft of user $1 at $2: $3 body, $4 title, $5 kind, $6 answer to, $7 files, made of version $8, $9 asks
 * everybody to confirm. Answers nothing when there is another version by now, or too many drafts. The same again is no change.
 */
export const KEEP_DRAFT = {
  name: 'drafts.keep',
  text: `
    WITH kept AS (
      INSERT INTO drafts AS d (user_id, place, body, title, kind, reply_to, file_ids, asks_acknowledgement)
      SELECT $1::uuid, $2::text, $3::text, $4::text, $5::text, $6::uuid, $7::uuid[], $9::boolean
      WHERE EXISTS (SELECT FROM drafts WHERE user_id = $1 AND place = $2)
        OR (SELECT count(*) FROM drafts WHERE user_id = $1) < ${MOST_DRAFTS}
      ON CONFLICT (user_id, place) DO UPDATE SET body = excluded.body, title = excluded.title, kind = excluded.kind,
        reply_to = excluded.reply_to, file_ids = excluded.file_ids, asks_acknowledgement = excluded.asks_acknowledgement,
        version = nextval('draft_versions'), updated_at = now()
      WHERE d.version = $8::bigint
      RETURNING d.place)
    INSERT INTO outbox (type, user_id, actor_id, data)
    SELECT 'draft.changed', $1, $1, jsonb_build_object('place', place) FROM kept
    RETURNING data ->> 'place' AS place`,
} satisfies Statement;

/** Of user $1 at $2. */
export const DROP_DRAFT = {
  name: 'drafts.drop',
  text: `
    WITH dropped AS (DELETE FROM drafts WHERE user_id = $1 AND place = $2 RETURNING place)
    INSERT INTO outbox (type, user_id, actor_id, data)
    SELECT 'draft.changed', $1, $1, jsonb_build_object('place', place) FROM dropped`,
} satisfies Statement;
