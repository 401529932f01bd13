import type { MarkdownIt, StateInline } from 'markdown-it';

/** The longest `@handle` that is looked for; longer ones are no handles. */
const MAX_HANDLE = 64;
const MAX_TOPIC = 50;
const HANDLE = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}._-]*[\p{L}\p{N}\p{M}])?/uy;
const TOPIC = /[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}]/uy;
/** Before `@` or `#`, these say that it belongs to an address, a path or another word. */
const BELONGS_TO_A_WORD = /[\p{L}\p{N}\p{M}/@#&=.-]$/u;

const AT = 0x40;
const HASH = 0x23;

/** Teaches Markdown the tokens `mention` (`@handle`) and `topic` (`#name`); code and links never hold any. */
export function namesInText(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'mention', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== AT || !standsAlone(state)) return false;
    const handle = wordAfter(state, HANDLE);
    if (!handle || handle.length > MAX_HANDLE) return false;
    return push(state, silent, 'mention', handle);
  });
  markdown.inline.ruler.before('escape', 'topic', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== HASH || !standsAlone(state)) return false;
    const name = wordAfter(state, TOPIC);
    if (!name || [...name].length > MAX_TOPIC || !/\p{L}/u.test(name)) return false;
    return push(state, silent, 'topic', name);
  });
}

function standsAlone(state: StateInline): boolean {
  if (state.linkLevel > 0) return false;
  return !BELONGS_TO_A_WORD.test(state.src.slice(Math.max(0, state.pos - 2), state.pos));
}

function wordAfter(state: StateInline, pattern: RegExp): string | undefined {
  pattern.lastIndex = state.pos + 1;
  const word = pattern.exec(state.src)?.[0];
  return word && state.pos + 1 + word.length <= state.posMax ? word : undefined;
}

function push(state: StateInline, silent: boolean, type: 'mention' | 'topic', word: string): boolean {
  if (!silent) {
    const token = state.push(type, '', 0);
    token.content = state.src.slice(state.pos, state.pos + 1 + word.length);
    token.meta = { name: word.normalize('NFC').toLowerCase() };
  }
  state.pos += 1 + word.length;
  return true;
}
