import type { Mark, Node } from '@tiptap/pm/model';
import { schema } from './schema';

/** One unit of text with what it looks like; a break of the line is a `\n`. */
export interface Character {
  text: string;
  marks: readonly Mark[];
}

const isCode = ({ marks }: Character) => marks.some(({ type }) => type.name === 'code');
const isSpace = (character: Character) => /\s/.test(character.text) && !isCode(character);

/**
 * The text of a block as Markdown can say it, one list for each paragraph: an empty line parts two paragraphs,
 * no line begins or ends with a space, and a space between two bold words is bold.
 */
export function paragraphsOf(block: Node): Character[][] {
  const lines = linesOf(block);
  const paragraphs: Character[][] = [];
  let current: Character[] = [];
  for (const line of lines) {
    if (line.length === 0) {
      if (current.length > 0) paragraphs.push(current);
      current = [];
    } else current = current.length > 0 ? [...current, { text: '\n', marks: [] }, ...line] : line;
  }
  if (current.length > 0) paragraphs.push(current);
  return paragraphs.map(withQuietSpaces);
}

/** The same on one line: what a heading or a cell can hold. */
export function lineOf(block: Node): Character[] {
  const lines = linesOf(block).filter((line) => line.length > 0);
  return withQuietSpaces(
    lines.flatMap((line, index) => (index === 0 ? line : [{ text: ' ', marks: [] }, ...line])),
  );
}

function linesOf(block: Node): Character[][] {
  const lines: Character[][] = [[]];
  block.forEach((child) => {
    if (child.type.name === 'hardBreak') lines.push([]);
    for (const text of child.text ?? '') {
      if (text === '\n') lines.push([]);
      else lines.at(-1)!.push({ text, marks: child.marks });
    }
  });
  return lines.map(trimmed);
}

function trimmed(line: Character[]): Character[] {
  const start = line.findIndex((character) => !isSpace(character));
  const end = line.findLastIndex((character) => !isSpace(character));
  return start < 0 ? [] : line.slice(start, end + 1);
}

/** A space looks like what is on both of its sides, so that `**a** **b**` and `**a b**` are one thing. */
function withQuietSpaces(characters: Character[]): Character[] {
  let before: Character | undefined;
  return characters.map((character, index) => {
    if (!isSpace(character)) {
      before = character;
      return character;
    }
    const after = characters.slice(index).find((later) => !isSpace(later));
    const both = (before?.marks ?? []).filter(
      (mark) => mark.type.name !== 'code' && after?.marks.some((other) => other.eq(mark)),
    );
    return { text: character.text, marks: both };
  });
}

/** Back to nodes. */
export function nodesOf(characters: Character[]): Node[] {
  const nodes: Node[] = [];
  let text = '';
  let marks: readonly Mark[] = [];
  const flush = () => {
    if (text) nodes.push(schema.text(text, marks));
    text = '';
  };
  for (const character of characters) {
    if (character.text === '\n') {
      flush();
      nodes.push(schema.nodes.hardBreak!.create());
      continue;
    }
    if (!sameMarks(character.marks, marks)) flush();
    if (text === '') marks = character.marks;
    text += character.text;
  }
  flush();
  return nodes;
}

const sameMarks = (one: readonly Mark[], other: readonly Mark[]) =>
  one.length === other.length && one.every((mark, index) => mark.eq(other[index]!));
