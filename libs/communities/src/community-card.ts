/** SQL: the JSON `{id, name, kind, hue, visibility}` of the community that `alias` names. */
export const communityCard = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'kind', ${alias}.kind, 'hue', ${alias}.hue,
    'visibility', ${alias}.visibility)`;
