/** At most so many words of a search are looked at. */
const MOST_WORDS = 6;

export const wordsOf = (text: string | undefined): string[] =>
  (text ?? '').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
