/** A tsvector as Postgres writes one, of words in their order: what the search lib makes of the same text. */
export function vectorOf(words: readonly string[]): string {
  const places = new Map<string, string>();
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const before = places.get(word);
    places.set(word, before === undefined ? `${index + 1}` : `${before},${index + 1}`);
  }
  let vector = '';
  for (const [word, at] of places) vector += `${word}:${at} `;
  return vector;
}
