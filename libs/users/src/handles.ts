import type { Sql } from '#platform';

const MAX_HANDLE = 40;
/** Keeps people and communities from taking the same free handle at the same time; held until the commit. */
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

/** The handle a name would like to have: `Sanne de Vries` → `sanne.de.vries`. At most 40 of a-z, 0-9 and dots. */
export function handleFor(name: string): string {
  const ascii = name
    .toLowerCase()
    .replace(/[ßæœøłđðþıĳ]/g, (letter) => LETTERS[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '');
  const words = ascii.replace(/[^a-z0-9]+/g, '.').slice(0, MAX_HANDLE);
  return words.replace(/^\.+|\.+$/g, '') || 'someone';
}

/** `sanne.de.vries`, `sanne.de.vries2`, `sanne.de.vries3`… */
export function numbered(handle: string, number: number): string {
  if (number === 1) return handle;
  return `${handle.slice(0, MAX_HANDLE - String(number).length).replace(/\.+$/, '')}${number}`;
}

/**
 * The first free handle for a name, reserved until the transaction ends. People and communities share them:
 * `@handle` means one thing.
 */
export async function claimHandle(transaction: Sql, name: string): Promise<string> {
  await transaction.query('SELECT pg_advisory_xact_lock($1)', [HANDLES_LOCK]);
  const wish = handleFor(name);
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
