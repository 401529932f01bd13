import type { Statement } from '#platform';
import { personChip } from '#users';

/** SQL: the version that holds, if any: the newest, unless it was withdrawn. */
export const CURRENT = `
  SELECT r.* FROM (SELECT * FROM house_rules ORDER BY version DESC LIMIT 1) AS r WHERE r.withdrawn_at IS NULL`;

/** SQL condition: has an account that is open, and is a person. */
const person = (u: string) => `${u}.deactivated_at IS NULL AND ${u}.role <> 'bot'`;

/** The version that user $1 has yet to accept. Primary keys. */
export const OWED = {
  name: 'house-rules.owed',
  text: `
    SELECT current.version FROM (${CURRENT}) AS current
    WHERE NOT EXISTS (SELECT FROM house_rules_accepted WHERE version = current.version AND user_id = $1)`,
} satisfies Statement;

/** For user $1. */
export const CURRENT_FOR = {
  name: 'house-rules.current',
  text: `
    SELECT current.version, body, html, changes, published_at AS "publishedAt", accepted_at AS "acceptedAt"
    FROM (${CURRENT}) AS current LEFT JOIN house_rules_accepted AS mine
      ON mine.version = current.version AND mine.user_id = $1`,
} satisfies Statement;

/** Reads all people once; asked for by administrators only. */
export const STATE = {
  name: 'house-rules.state',
  text: `
    SELECT coalesce((SELECT max(version) FROM house_rules), 0) AS version,
      (SELECT ${personChip('u')} FROM (${CURRENT}) AS r JOIN users AS u ON u.id = r.published_by) AS "publishedBy",
      count(done.user_id)::int AS accepted, (count(*) - count(done.user_id))::int AS missing
    FROM users AS u
    LEFT JOIN house_rules_accepted AS done
      ON done.user_id = u.id AND done.version = (SELECT version FROM (${CURRENT}) AS r)
    WHERE ${person('u')}`,
} satisfies Statement;

/** By name: who accepted the current version ($1), or did not; $2 and $3 the cursor, $4 how many. */
export const ACCEPTANCES = {
  name: 'house-rules.acceptances',
  text: `
    SELECT ${personChip('u')} AS person, done.accepted_at AS "acceptedAt", u.id, lower(u.name) AS "sortName"
    FROM (${CURRENT}) AS current CROSS JOIN users AS u
    LEFT JOIN house_rules_accepted AS done ON done.user_id = u.id AND done.version = current.version
    WHERE ${person('u')} AND (done.user_id IS NOT NULL) = $1::boolean
      AND ($2::text IS NULL OR (lower(u.name), u.id) > ($2::text, $3::uuid))
    ORDER BY lower(u.name), u.id LIMIT $4`,
} satisfies Statement;

/** User $1 accepts version $2, if it is the current one. Answers the version; told once. */
export const ACCEPT = {
  name: 'house-rules.accept',
  text: `
    WITH done AS (
      INSERT INTO house_rules_accepted (version, user_id)
      SELECT version, $1::uuid FROM (${CURRENT}) AS current WHERE version = $2::int
      ON CONFLICT DO NOTHING RETURNING version
    ), told AS (
      INSERT INTO outbox (type, user_id, actor_id, data)
      SELECT 'house-rules.accepted', $1, $1, jsonb_build_object('version', version) FROM done
    )
    SELECT version FROM (${CURRENT}) AS current WHERE version = $2::int`,
} satisfies Statement;
