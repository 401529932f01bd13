import { plainLetters } from '~/data/plain-letters';

/** How well words fit what was typed: the higher the better, 0 not at all. Letters in order suffice. */
export function fits(typed: string, words: string): number {
  const [wanted, within] = [plainLetters(typed).trim(), plainLetters(words).trim()];
  if (wanted === '') return 1;
  if (within.startsWith(wanted)) return 100;
  if (within.includes(` ${wanted}`)) return 80;
  if (initials(within).startsWith(wanted)) return 60;
  if (within.includes(wanted)) return 50;
  return inOrder(wanted.replaceAll(' ', ''), within);
}

const initials = (words: string): string =>
  words
    .split(/[\s\-·]+/u)
    .map((word) => word[0] ?? '')
    .join('');

/** The closer together the letters stand, the better; far apart they mean nothing. */
function inOrder(wanted: string, within: string): number {
  let at = -1;
  let first = -1;
  for (const letter of wanted) {
    at = within.indexOf(letter, at + 1);
    if (at < 0) return 0;
    if (first < 0) first = at;
  }
  const spread = at - first + 1 - wanted.length;
  return spread > wanted.length * 3 ? 0 : Math.max(1, 40 - spread * 2);
}
