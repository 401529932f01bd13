import { randomInt } from 'node:crypto';
import type { Sql } from '#platform';
import { claimHandle, endingIn, numbered, slugOf } from '#users';
import type { Visibility } from './community.ts';

/** No vowels and nothing that looks like something else, so that no words come out. */
const SUFFIX_LETTERS = 'bcdfghjkmnpqrstvwxz23456789';

/**
 * A handle for a community: `Nieuwbouw Noord` → `nieuwbouw-noord`, `nieuwbouw-noord-2`. A secret one gets a random
 * end: a taken name must not tell that it exists.
 */
export function claimCommunityHandle(sql: Sql, name: string, visibility: Visibility): Promise<string> {
  const wish = slugOf(name, '-') || 'community';
  if (visibility === 'secret') return claimHandle(sql, () => endingIn(wish, `-${randomEnd()}`));
  return claimHandle(sql, (number) => numbered(wish, number, '-'));
}

const randomEnd = (): string =>
  Array.from({ length: 6 }, () => SUFFIX_LETTERS[randomInt(SUFFIX_LETTERS.length)]).join('');
