import type { Statement } from '#platform';

/** SQL: what an OrganisationCard shows of the row of `organisations` that `alias` names. */
const card = (alias: string): string =>
  `'name', ${alias}.name, 'accent', ${alias}.accent,
   'logo', '/api/v1/organisation/logo/' || ${alias}.logo_id`;

export const organisationCard = (alias: string): string => `json_build_object(${card(alias)})`;

/** There is one row at most. */
export const ORGANISATION = {
  name: 'users.organisation',
  text: `SELECT json_build_object('id', o.id, 'version', o.version, ${card('o')}) AS view FROM organisations AS o`,
} satisfies Statement;
