/** A steady hue for anything with an id and no colour of its own (0..359). */
export function hueOf(id: string): number {
  let hash = 7;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 9973;
  return hash % 360;
}

/** "Bakker-van": a name of its own, and a particle of the next. */
const DOUBLE = /^\p{Lu}.*-\p{Ll}/u;

/** First letters of the first name and of the family name: "Sanne Bakker-van der Meulen" is SB. */
export function initialsOf(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/u);
  const family = rest.find((word) => DOUBLE.test(word)) ?? rest.at(-1);
  return [first, family].map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}
