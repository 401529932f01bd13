/** At most so many words of a query count; nobody types more, and it bounds the work. */
const MAX_WORDS = 12;

/**
 * Makes a tsquery of what somebody typed: every word must occur, each may be the beginning of one. Nothing that
 * was typed is syntax. Null when no word is left.
 */
export function prefixQuery(typed: string): string | null {
  const words = typed
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, MAX_WORDS);
  return words ? words.map((word) => `'${word}':*`).join(' & ') : null;
}
