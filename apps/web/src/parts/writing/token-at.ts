export interface Token {
  kind: 'mention' | 'topic' | 'emoji';
  /** What was typed after the sign. */
  typed: string;
  /** Where the sign stands, and where the typed part ends (the caret). */
  from: number;
  to: number;
}

const LONGEST = 40;
const KINDS = { '@': 'mention', '#': 'topic', ':': 'emoji' } as const;

/**
 * The @mention, #topic or :emoji being typed right before the caret, if any. A sign inside a word (an e-mail
 * address, a time) is none, and a colon needs two letters, so that `:-)` and `: a` are left alone.
 */
export function tokenAt(text: string, caret: number): Token | null {
  const before = text.slice(Math.max(0, caret - LONGEST - 1), caret);
  const found = /(?:^|[\s([{"'])(?:([@#])([\p{L}\p{N}][\p{L}\p{N}._-]*)?|(:)(\p{L}[\p{L}\p{N}_]+))$/u.exec(
    before,
  );
  if (!found) return null;
  const sign = (found[1] ?? found[3]) as keyof typeof KINDS;
  const typed = found[2] ?? found[4] ?? '';
  return { kind: KINDS[sign], typed, from: caret - typed.length - 1, to: caret };
}

/** The text with the token replaced by what was chosen, and where the caret goes. */
export function complete(text: string, token: Token, inserted: string): { text: string; caret: number } {
  const after = text.slice(token.to);
  const hasSpace = /^\s/u.test(after);
  const whole = `${inserted}${hasSpace ? '' : ' '}`;
  const caret = token.from + inserted.length + 1;
  return { text: text.slice(0, token.from) + whole + after, caret };
}
