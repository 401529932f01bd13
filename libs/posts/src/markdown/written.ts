import type { Token } from 'markdown-it';
import { tokensOf } from './markdown.ts';
import { withoutDeceptiveCharacters } from './plain-characters.ts';

/** More than anybody writes by hand; it bounds what one post can set in motion. */
const MAX_HANDLES = 100;
const MAX_TOPICS = 20;

/** The handles that a post mentions, in lower case, each once, in order, at most 100. They may be nobody's. */
export function handlesIn(source: string, tokens = tokensOf(source)): string[] {
  return namesOf('mention', tokens, MAX_HANDLES);
}

/** The topics that a post names, in lower case without `#`, each once, in order, at most 20. */
export function topicsIn(source: string, tokens = tokensOf(source)): string[] {
  return namesOf('topic', tokens, MAX_TOPICS);
}

/** What a post says, as one line of plain text. */
export const plainTextOf = (source: string): string =>
  withoutDeceptiveCharacters(tokensOf(source).map(plainText).join(' ')).replace(/\s+/g, ' ').trim();

/** The beginning of a post as one line of plain text of at most `max` characters, cut at a word. */
export function excerptOf(source: string, max = 140): string {
  const text = plainTextOf(source);
  const characters = [...text];
  if (characters.length <= max) return text;
  const start = characters.slice(0, max - 1).join('');
  const lastSpace = start.lastIndexOf(' ');
  return `${(lastSpace > start.length / 2 ? start.slice(0, lastSpace) : start).replace(/[\s,;:.–-]+$/, '')}…`;
}

function namesOf(type: 'mention' | 'topic', tokens: Token[], max: number): string[] {
  const names = new Set<string>();
  for (const block of tokens) {
    for (const token of block.children ?? []) {
      if (token.type !== type) continue;
      names.add(String(token.meta?.name));
      if (names.size === max) return [...names];
    }
  }
  return [...names];
}

function plainText(token: Token): string {
  if (token.type === 'inline') return (token.children ?? []).map(plainText).join('');
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
  if (token.type === 'html_inline' || token.type === 'link_host') return '';
  return token.content;
}
