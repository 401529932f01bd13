/** From where to where, in characters; the same twice for a caret. */
export type Selected = readonly [from: number, to: number];

/** Stands for an end of the selection while Markdown becomes a document; a character that nobody types. */
export const MARK = '\ue0c5';

const SIGNS_OF_BLOCKS = /^[ \t]*(?:(?:#{1,6}|[-*+>]|\d+[.)])[ \t]+)*/u;

/**
 * Marks what was selected while the text was written as Markdown. A caret at the end needs no mark, but behind a space:
 * Markdown takes that for nothing, and the words typed next would stick to those before.
 */
export function withMarks(markdown: string, selected: Selected | null): string {
  if (selected === null) return markdown;
  const [from, to] = selected.map((at) => behindSigns(markdown, at)) as [number, number];
  const isAtEnd = from >= markdown.length && !/\s$/u.test(markdown);
  if (isAtEnd) return markdown;
  const within = from === to ? '' : `${markdown.slice(from, to)}${MARK}`;
  return `${markdown.slice(0, from)}${MARK}${within}${markdown.slice(to)}`;
}

/** Among the signs that begin a heading, a list or a quote, a mark would make them words. */
function behindSigns(markdown: string, at: number): number {
  const lineStart = markdown.lastIndexOf('\n', at - 1) + 1;
  const signs = SIGNS_OF_BLOCKS.exec(markdown.slice(lineStart))![0].length;
  return Math.max(at, lineStart + signs);
}
