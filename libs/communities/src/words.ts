/** At most so many words of a search are looked at. */
const MOST_WORDS = 6;

export const wordsOf = (text: string | undefined): string[] =>
  (text ?? '').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);

/** Pattern of LIKE for a text that has `word` somewhere in it. */
export const containing = (word: string): string => `%${escaped(word)}%`;

/** Pattern of LIKE for a text that begins with `word`. */
export const beginning = (word: string): string => `${escaped(word)}%`;

const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&');
