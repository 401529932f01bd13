import type { Mark } from '@tiptap/pm/model';
import type { Character } from './characters';

/** What Markdown may take for a sign where a text only means the character. */
const SIGN = /[\\`*_~[\]<>&!#+\-=.):|]/;

const SIGNS: Record<string, string> = { bold: '**', italic: '*', strike: '~~' };

/** Where the text holds a character that could need an escape. */
export function signsIn(characters: Character[]): number[] {
  return characters.flatMap(({ text, marks }, index) => (SIGN.test(text) && !codeIn(marks) ? [index] : []));
}

/** The text with its marks, and with a backslash before the characters at `escaped`. */
export function writeInline(characters: Character[], escaped: ReadonlySet<number>): string {
  let out = '';
  const open: Mark[] = [];
  const closeDownTo = (depth: number) => {
    while (open.length > depth) out += closing(open.pop()!);
  };
  for (let index = 0; index < characters.length; index++) {
    const { text, marks } = characters[index]!;
    const wanted = marks.filter(({ type }) => type.name !== 'code');
    const kept = open.findIndex((mark) => !mark.isInSet(wanted));
    if (kept >= 0) closeDownTo(kept);
    if (!/\s/.test(text)) {
      const missing = wanted.filter((mark) => !mark.isInSet(open));
      missing.sort((one, other) => reach(other, characters, index) - reach(one, characters, index));
      for (const mark of missing) {
        open.push(mark);
        out += mark.type.name === 'link' ? '[' : SIGNS[mark.type.name];
      }
    }
    if (codeIn(marks)) {
      let end = index + 1;
      while (end < characters.length && sameSet(characters[end]!.marks, marks)) end++;
      out += codeSpan(
        characters
          .slice(index, end)
          .map((one) => one.text)
          .join(''),
      );
      index = end - 1;
    } else out += escaped.has(index) ? `\\${text}` : text;
  }
  closeDownTo(0);
  return out;
}

const codeIn = (marks: readonly Mark[]) => marks.some(({ type }) => type.name === 'code');
const sameSet = (one: readonly Mark[], other: readonly Mark[]) =>
  one.length === other.length && one.every((mark) => mark.isInSet(other));

/** How far a mark goes on; what goes on longest is opened first. */
function reach(mark: Mark, characters: Character[], from: number): number {
  let to = from;
  while (to < characters.length && mark.isInSet(characters[to]!.marks)) to++;
  return to;
}

function closing({ type, attrs }: Mark): string {
  if (type.name !== 'link') return SIGNS[type.name]!;
  const href = String(attrs.href);
  return /[\s()<>\\]/.test(href) ? `](<${href.replace(/[<>\\]/g, '\\$&')}>)` : `](${href})`;
}

function codeSpan(code: string): string {
  let fence = '`';
  while (new RegExp(`(^|[^\`])${fence}([^\`]|$)`).test(code)) fence += '`';
  const needsRoom = /^`|`$/.test(code) || (/^ .* $/.test(code) && code.trim() !== '');
  return needsRoom ? `${fence} ${code} ${fence}` : fence + code + fence;
}
