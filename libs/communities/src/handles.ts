import { randomInt } from 'node:crypto';
import type { Transaction } from '#platform';
import type { Visibility } from './community.ts';

const LONGEST = 40;
const TRIED_AT_ONCE = 50;
/** The same number as in the users lib: whoever gives a handle, to a person or a community, takes turns. */
const HANDLES_LOCK = 7_264_010;
/** No vowels and nothing that looks like something else, so that no words come out. */
const SUFFIX_LETTERS = 'bcdfghjkmnpqrstvwxz23456789';

/** `Nieuwbouw Noord` → `nieuwbouw-noord`: at most 40 of a-z, 0-9 and hyphens. */
export function handleFor(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, '');
  const words = ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '');
  return words.slice(0, LONGEST).replace(/-$/, '') || 'community';
}

/**
 * A handle that no person and no community has, reserved until the transaction ends. A secret community gets a
 * random end: a taken name must not tell that it exists.
 */
export async function claimHandle(
  transaction: Transaction,
  name: string,
  visibility: Visibility,
): Promise<string> {
  await transaction.query('SELECT pg_advisory_xact_lock($1)', [HANDLES_LOCK]);
  const wish = visibility === 'secret' ? `${handleFor(name)}-${randomEnd()}` : handleFor(name);
  for (let from = 1; ; from += TRIED_AT_ONCE) {
    const candidates = Array.from({ length: TRIED_AT_ONCE }, (_, index) => numbered(wish, from + index));
    // Relies on the unique indexes of both handle columns.
    const taken = await transaction.query<{ handle: string }>(
      `SELECT handle::text FROM users WHERE handle = ANY ($1::citext[])
       UNION ALL SELECT handle::text FROM communities WHERE handle = ANY ($1::citext[])`,
      [candidates],
    );
    const occupied = new Set(taken.map(({ handle }) => handle.toLowerCase()));
    const free = candidates.find((candidate) => !occupied.has(candidate));
    if (free) return free;
  }
}

const numbered = (wish: string, number: number): string => (number === 1 ? wish : `${wish}-${number}`);

const randomEnd = (): string =>
  Array.from({ length: 6 }, () => SUFFIX_LETTERS[randomInt(SUFFIX_LETTERS.length)]).join('');
