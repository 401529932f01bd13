import type { MarkdownIt } from 'markdown-it';

/** More than a table that fits in a post can have when every cell says something (two characters a cell). */
const MAX_CELLS = 5_000;

/**
 * Markdown fills rows that are shorter than their table's head, so 20,000 characters can ask for 65,000 empty
 * cells. A table ends when it would have too many; the lines after it stay, as text.
 */
export function boundedTables(markdown: MarkdownIt): void {
  const rules = markdown.block.ruler;
  // There is no public way to a rule by its name, and rules of one's own need the original one.
  const table = rules.__rules__.find((rule) => rule.name === 'table');
  if (!table) throw new Error('markdown-it has no table rule any more: find another way to bound tables');
  const original = table.fn;
  rules.at(
    'table',
    (state, startLine, endLine, silent) => {
      const head = state.src.slice(state.bMarks[startLine], state.eMarks[startLine]);
      const columns = head.split('|').length;
      const lastLine = startLine + 2 + Math.ceil(MAX_CELLS / columns);
      return original(state, startLine, Math.min(endLine, lastLine), silent);
    },
    { alt: table.alt },
  );
}
