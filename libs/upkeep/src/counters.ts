import { COMMUNITY_COUNTERS } from '#communities';
import { FILE_COUNTERS } from '#files';
import type { Counter } from '#platform';
import { POST_COUNTERS } from '#posts';
import { SEARCH_COUNTERS } from '#search';

/** Every number and copy that Kring keeps beside what it is made of. */
export const COUNTERS: Counter[] = [
  ...COMMUNITY_COUNTERS,
  ...POST_COUNTERS,
  ...FILE_COUNTERS,
  ...SEARCH_COUNTERS,
];
