import { parseMarkdown } from './parse-markdown';

/** What Markdown says, without the signs that say how; each block on a line of its own. */
export function plainWords(source: string): string {
  const doc = parseMarkdown(source);
  return doc.textBetween(0, doc.content.size, '\n', ({ type }) => (type.name === 'hardBreak' ? '\n' : ''));
}
