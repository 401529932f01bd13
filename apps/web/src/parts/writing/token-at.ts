export interface Token {
  kind: 'mention' | 'topic';
  /** What was typed after the sign. */
  typed: string;
  /** Where the sign stands, and where the typed part ends (the caret). */
  from: number;
  to: number;
}

const LONGEST = 40;

/** The @mention or #topic being typed right before the caret, if any. A sign inside a word (an e-mail address) is none. */
export function tokenAt(text: string, caret: number): Token | null {
  const before = text.slice(Math.max(0, caret - LONGEST - 1), caret);
  const found = /(?:^|[\s([{"'])([@#])([\p{L}\p{N}][\p{L}\p{N}._-]*)?$/u.exec(before);
  if (!found) return null;
  const typed = found[2] ?? '';
  return { kind: found[1] === '@' ? 'mention' : 'topic', typed, from: caret - typed.length - 1, to: caret };
}

/** The text with the token replaced by what was chosen, and where the caret goes. */
export function complete(text: string, token: Token, chosen: string): { text: string; caret: number } {
  const sign = token.kind === 'mention' ? '@' : '#';
  const after = text.slice(token.to);
  const inserted = `${sign}${chosen}${/^\s/u.test(after) ? '' : ' '}`;
  const caret = token.from + inserted.length + (/^\s/u.test(after) ? 1 : 0);
  return { text: text.slice(0, token.from) + inserted + after, caret };
}
