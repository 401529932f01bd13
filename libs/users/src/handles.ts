import type { Sql } from '#platform';

const MAX_HANDLE = 40;
/** Whoever gives a handle, to a person or a community, takes turns until the commit. */
const HANDLES_LOCK = 7_264_010;
const TRIED_AT_ONCE = 50;

/** Latin letters that Unicode does not take apart into a letter and its accent. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ĳ: 'ij',
};

/** A name in at most 40 of a-z, 0-9 and `between`, which neither begins nor ends it. Empty when nothing is left. */
export function slugOf(name: string, between: '.' | '-'): string {
  const ascii = name
    .toLowerCase()
    .replace(/[ßæœøłđðþıĳ]/g, (letter) => LETTERS[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '');
  const words = ascii.split(/[^a-z0-9]+/).filter(Boolean);
  return withoutEnd(words.join(between).slice(0, MAX_HANDLE));
}

/** The handle a name would like to have: `Sanne de Vries` → `sanne.de.vries`. */
export const handleFor = (name: string): string => slugOf(name, '.') || 'someone';

/** `sanne.de.vries`, `sanne.de.vries2`, `sanne.de.vries3`… */
export const numbered = (handle: string, number: number, before = ''): string =>
  number === 1 ? handle : endingIn(handle, `${before}${number}`);

/** With `end` after it, within the 40 characters. */
export const endingIn = (handle: string, end: string): string =>
  `${withoutEnd(handle.slice(0, MAX_HANDLE - end.length))}${end}`;

/**
 * The first free handle among `candidate(1)`, `candidate(2)`…, reserved until the transaction ends. People and
 * communities share them: `@handle` means one thing.
 */
export async function claimHandle(transaction: Sql, candidate: (number: number) => string): Promise<string> {
  await transaction.query('SELECT pg_advisory_xact_lock($1)', [HANDLES_LOCK]);
  for (let from = 1; ; from += TRIED_AT_ONCE) {
    const candidates = Array.from({ length: TRIED_AT_ONCE }, (_, index) => candidate(from + index));
    // Relies on the unique indexes of both handle columns.
    const taken = await transaction.query<{ handle: string }>(
      `SELECT handle::text FROM users WHERE handle = ANY ($1::citext[])
       UNION ALL SELECT handle::text FROM communities WHERE handle = ANY ($1::citext[])`,
      [candidates],
    );
    const occupied = new Set(taken.map(({ handle }) => handle.toLowerCase()));
    const free = candidates.find((each) => !occupied.has(each));
    if (free) return free;
  }
}

const withoutEnd = (handle: string): string => handle.replace(/[.-]+$/, '');
