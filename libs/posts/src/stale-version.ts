import { Problem, wrongField } from '#platform';

/**
 * The version that a change was made of: in the body, or as `If-Match` (`3`, `"3"` or `W/"3"`).
 * @throws Problem invalid-input when the header is no version, or both are given and differ
 */
export function expectedVersion(inBody: number | undefined, ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return inBody;
  const inHeader = /^(?:W\/)?"?(\d{1,9})"?$/.exec(ifMatch.trim())?.[1];
  if (inHeader === undefined) throw wrongField('If-Match', 'wrong', 'must be a version, such as "3"');
  if (inBody !== undefined && inBody !== Number(inHeader))
    throw wrongField('version', 'wrong', 'must be the same as If-Match');
  return Number(inHeader);
}

/** Somebody was faster; `current` is what it is now. */
export const staleVersion = (current: object): Problem => new Problem('stale-version', { more: { current } });
