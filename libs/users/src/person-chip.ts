/** SQL that makes the PersonChip of the row of `users` that `alias` names. */
export function personChip(alias: string): string {
  return `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'handle', ${alias}.handle,
    'title', ${alias}.title, 'portrait', ${portraitUrl(alias)}, 'guest', ${alias}.role = 'guest')`;
}

/** SQL for the address of a person's picture, or null. */
export function portraitUrl(alias: string): string {
  return `CASE WHEN ${alias}.portrait_id IS NULL THEN NULL ELSE '/api/v1/files/' || ${alias}.portrait_id END`;
}
