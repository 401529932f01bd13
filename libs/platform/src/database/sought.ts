/** More words find nothing that fewer do not. */
const MOST_WORDS = 6;

/**
 * SQL conditions: every word that was typed is found in the column `words` of a row, which holds its names and the
 * rest folded (migration 0051). `names`: among the names only. `bind` takes a value and answers its placeholder.
 */
export function wordsSought(
  typed: string,
  words: string,
  bind: (value: string) => string,
  where: 'anywhere' | 'names' = 'anywhere',
): string[] {
  const pattern = where === 'names' ? 'sought_name' : 'sought';
  return wordsOf(typed).map((word) => `${words} LIKE ${pattern}(${bind(word)})`);
}

export const wordsOf = (typed: string): string[] => typed.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
