import { Problem } from '#platform';

/** Somebody was faster; `current` is what it is now. */
export const staleVersion = (current: object): Problem => new Problem('stale-version', { more: { current } });
