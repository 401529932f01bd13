import { type Role, visiblePerson } from '#access';
import type { Statement } from '#platform';
import { personChip, portraitUrl } from './person-chip.ts';
import { soughtPeople } from './sought-people.ts';

/**
 * A UserView as the viewer ($1 id, $2 guest) may see it: guests do not learn of managers they may not see, nor
 * of personal communities. Primary key of users, unique index on communities.person_id.
 */
const USER_VIEW = `
  SELECT u.id, u.name, u.handle::text AS handle, u.title, ${portraitUrl('u')} AS portrait, u.role,
         u.role = 'guest' AS guest,
         u.email::text AS email, u.department, u.location,
         CASE WHEN m.id IS NOT NULL THEN ${personChip('m')} END AS manager,
         u.time_zone AS "timeZone", u.language, u.skills, u.phone, u.about,
         u.deactivated_at IS NOT NULL AS deactivated, own.id AS "personCommunityId",
         u.created_at AS "createdAt", u.version, lower(u.name) AS "sortKey"
  FROM users AS u
  LEFT JOIN users AS m ON m.id = u.manager_id AND ${visiblePerson('m', '$1', '$2')}
  LEFT JOIN communities AS own ON own.person_id = u.id AND NOT $2`;

/** Those of $3 that the viewer may see. Primary key of users. */
export const USERS_BY_ID = {
  name: 'users.by-id',
  text: `${USER_VIEW} WHERE u.id = ANY ($3::uuid[]) AND ${visiblePerson('u', '$1', '$2')}`,
} satisfies Statement;

/**
 * A page of the people the viewer may see, by name. Walks users_by_name; users_by_folded_words for words that few have,
 * users_by_department, users_by_location, users_by_skill or users_by_role when one is asked for.
 */
export function listUsers(filter: UsersFilter, values: unknown[]): string {
  const placeholder = (value: unknown) => `$${values.push(value)}`;
  const conditions = [
    visiblePerson('u', '$1', '$2'),
    `u.deactivated_at IS ${filter.deactivated ? 'NOT NULL' : 'NULL'}`,
    ...soughtPeople(filter.q, placeholder),
  ];
  if (filter.role) conditions.push(`u.role = ${placeholder(filter.role)}`);
  if (filter.department)
    conditions.push(`lower(u.department) = lower(${placeholder(filter.department)}::text)`);
  if (filter.location) conditions.push(`lower(u.location) = lower(${placeholder(filter.location)}::text)`);
  if (filter.skill) conditions.push(`lowered(u.skills) @> ARRAY[lower(${placeholder(filter.skill)}::text)]`);
  if (filter.after) {
    const [name, id] = filter.after;
    conditions.push(`(lower(u.name), u.id) > (${placeholder(name)}::text, ${placeholder(id)}::uuid)`);
  }
  return `${USER_VIEW} WHERE ${conditions.join(' AND ')}
    ORDER BY lower(u.name), u.id LIMIT ${placeholder(filter.limit)}`;
}

export interface UsersFilter {
  q: string;
  department?: string | undefined;
  location?: string | undefined;
  skill?: string | undefined;
  role?: Role | undefined;
  deactivated: boolean;
  after: Array<string | number> | null;
  limit: number;
}
