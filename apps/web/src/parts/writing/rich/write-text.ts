import { type Fragment, type Node, Fragment as Pieces } from '@tiptap/pm/model';
import { canonicalBlock } from './canonical';
import { type Character, lineOf, nodesOf, paragraphsOf } from './characters';
import { parseMarkdown } from './parse-markdown';
import { signsIn, writeInline } from './write-inline';

/** Where a text stands decides what its beginning could be taken for. */
export type Context = 'paragraph' | 'item' | 'task' | 'heading' | 'cell';

const AROUND: Record<Context, (text: string) => string> = {
  paragraph: (text) => text,
  item: (text) => `- ${text.replaceAll('\n', '\n  ')}`,
  task: (text) => `- [ ] ${text.replaceAll('\n', '\n  ')}`,
  heading: (text) => `# ${text}`,
  cell: (text) => `| ${text.replaceAll('|', '\\|')} |\n| --- |`,
};

/** Which looks to give up, one after the other, where Markdown cannot say all of them: the words always stay. */
const GIVING_UP = [
  [],
  ['italic'],
  ['strike'],
  ['bold'],
  ['italic', 'strike'],
  ['bold', 'italic'],
  ['bold', 'italic', 'strike'],
  ['bold', 'italic', 'strike', 'link'],
];

/** Enough for any text by hand; a wall of signs keeps some escapes that it could do without. */
const MOST_TRIALS = 120;

/**
 * The text of one block as Markdown, with no more escapes than it takes: it is written without any, read
 * again, and only what then reads otherwise gets a backslash.
 */
export function writeText(block: Node, context: Context): string {
  const all = context === 'cell' || context === 'heading' ? lineOf(block) : (paragraphsOf(block)[0] ?? []);
  if (all.length === 0) return '';
  for (const given of GIVING_UP) {
    const characters = all.map(({ text, marks }) => ({
      text,
      marks: marks.filter(({ type }) => !given.includes(type.name)),
    }));
    const expected = Pieces.from(nodesOf(characters));
    const reads = (escaped: ReadonlySet<number>) =>
      readsAs(writeInline(characters, escaped), context, expected);
    if (reads(new Set())) return writeInline(characters, new Set());
    const signs = signsIn(characters);
    if (reads(new Set(signs))) return writeInline(characters, fewest(signs, reads));
  }
  return writeInline(plain(all), new Set(signsIn(plain(all))));
}

const plain = (characters: Character[]) => characters.map(({ text }) => ({ text, marks: [] }));

function readsAs(text: string, context: Context, expected: Fragment): boolean {
  const [first, ...others] = parseMarkdown(AROUND[context](text)).children.flatMap(canonicalBlock);
  if (!first || others.length > 0) return false;
  const block = textblockOf(first, context);
  return block?.content.eq(expected) ?? false;
}

function textblockOf(read: Node, context: Context): Node | null {
  if (context === 'paragraph' || context === 'heading') return read.type.name === context ? read : null;
  if (context === 'cell') return read.type.name === 'table' ? read.firstChild!.firstChild!.firstChild : null;
  const item = read.type.name === 'bulletList' && read.childCount === 1 ? read.firstChild! : null;
  if (item?.childCount !== 1 || (item.attrs.checked === null) !== (context === 'item')) return null;
  return item.firstChild!.type.name === 'paragraph' ? item.firstChild : null;
}

/** Leaves out halves, then quarters, and so on, as long as it still reads the same. */
function fewest(signs: number[], reads: (escaped: ReadonlySet<number>) => boolean): ReadonlySet<number> {
  let trials = 0;
  let escaped = new Set(signs);
  const reduce = (part: number[]): void => {
    if (part.length === 0 || trials++ > MOST_TRIALS) return;
    const without = new Set([...escaped].filter((index) => !part.includes(index)));
    if (reads(without)) {
      escaped = without;
      return;
    }
    if (part.length === 1) return;
    const middle = part.length >> 1;
    reduce(part.slice(middle));
    reduce(part.slice(0, middle));
  };
  reduce(signs);
  return escaped;
}
