import { visiblePerson } from '#access';
import type { Statement } from '#platform';
import { portraitUrl } from './person-chip.ts';

/** A longer choice is no choice: what is rarer is found by searching. */
const MOST_CHOICES = 200;

const ledBy = (alias: string): string => `
  (SELECT count(*)::int FROM users AS r
   WHERE r.manager_id = ${alias}.id AND r.deactivated_at IS NULL AND ${visiblePerson('r', '$1', '$2::boolean')})`;

/**
 * One level of the chart, by name: $1 viewer, $2 guest, $3 and $4 the cursor, $5 how many. Everybody stands once,
 * under their manager, so a circle, if there were one, would hang from nobody and never be met.
 */
const level = (name: string, condition: string): Statement => ({
  name,
  text: `
    SELECT u.id, u.name, u.handle::text AS handle, u.title, ${portraitUrl('u')} AS portrait,
      u.role = 'guest' AS guest, u.department,
      ${ledBy('u')} AS reports, lower(u.name) AS "sortKey"
    FROM users AS u
    WHERE u.deactivated_at IS NULL AND ${visiblePerson('u', '$1', '$2::boolean')} AND ${condition}
      AND ($3::text IS NULL OR (lower(u.name), u.id) > ($3::text, $4::uuid))
    ORDER BY lower(u.name), u.id LIMIT $5`,
});

/** Under $6. Index users_by_manager. */
export const REPORTS = level('users.reports', 'u.manager_id = $6::uuid');

/** Where the chart begins: who leads somebody, and is led by nobody who still works here. */
export const TOPS = level(
  'users.tops',
  `u.id IN (SELECT r.manager_id FROM users AS r WHERE r.manager_id IS NOT NULL AND r.deactivated_at IS NULL)
   AND NOT EXISTS (SELECT FROM users AS m WHERE m.id = u.manager_id AND m.deactivated_at IS NULL)`,
);

/** Reads everybody once; the reader keeps the answer for a while. $1 viewer, $2 guest. */
const choices = (of: string, from: string): string => `
  (SELECT coalesce(json_agg(json_build_object('name', name, 'people', people) ORDER BY lower(name)), '[]')
   FROM (SELECT mode() WITHIN GROUP (ORDER BY ${of}) AS name, count(*)::int AS people FROM ${from}
         WHERE ${of} <> '' GROUP BY lower(${of}) ORDER BY 2 DESC LIMIT ${MOST_CHOICES}) AS most)`;

export const FILTERS = {
  name: 'users.filters',
  text: `
    WITH seen AS MATERIALIZED (
      SELECT u.department, u.location, u.skills FROM users AS u
      WHERE u.deactivated_at IS NULL AND ${visiblePerson('u', '$1', '$2::boolean')})
    SELECT (SELECT count(*)::int FROM seen) AS people,
      ${choices('department', 'seen')} AS departments,
      ${choices('location', 'seen')} AS locations,
      ${choices('skill', 'seen, unnest(seen.skills) AS skill')} AS skills`,
} satisfies Statement;
