import type { Statement } from '#platform';
import { organisationCard } from './organisation.queries.ts';

/** Changes when the address or the password does. */
const MADE_FOR = `sha256(convert_to(lower(u.email::text) || chr(10) || coalesce(u.password_hash, ''), 'UTF8'))`;

/** For somebody who may log in; a newer link takes the place of the older. Primary keys of users, reset_links. */
export const MAKE_RESET_LINK = {
  name: 'reset-links.make',
  text: `
    INSERT INTO reset_links (user_id, token_hash, made_for, made_by, expires_at)
    SELECT u.id, $2, ${MADE_FOR}, $3, $4 FROM users AS u
    WHERE u.id = $1 AND u.deactivated_at IS NULL AND u.role <> 'bot'
    ON CONFLICT (user_id) DO UPDATE SET token_hash = excluded.token_hash, made_for = excluded.made_for,
      made_by = excluded.made_by, expires_at = excluded.expires_at
    RETURNING user_id`,
} satisfies Statement;

/** Like invitations, a link ends when whoever made it is no administrator any more; the terminal always is one. */
const USABLE = `r.expires_at > now() AND u.deactivated_at IS NULL AND r.made_for = ${MADE_FOR}
  AND (r.made_by IS NULL OR EXISTS (
    SELECT FROM users AS maker WHERE maker.id = r.made_by AND maker.role = 'admin'
      AND maker.deactivated_at IS NULL))`;

/** Unique index on token_hash. */
export const LOOK_AT_RESET_LINK = {
  name: 'reset-links.look-at',
  text: `
    SELECT u.name, u.email::text AS email, ${organisationCard('o')} AS organisation
    FROM reset_links AS r JOIN users AS u ON u.id = r.user_id CROSS JOIN organisations AS o
    WHERE r.token_hash = $1 AND ${USABLE}`,
} satisfies Statement;

/** Of two at once one gets the row; the other waits and finds it gone. */
export const USE_RESET_LINK = {
  name: 'reset-links.use',
  text: `
    DELETE FROM reset_links AS r USING users AS u
    WHERE r.token_hash = $1 AND u.id = r.user_id AND ${USABLE}
    RETURNING u.id`,
} satisfies Statement;
