import type { MarkdownIt, Token } from 'markdown-it';
import { hidesItsHost, linkTo } from './link-policy.ts';

/**
 * Makes every link of a post say where it leads: outside links are marked and opened apart, and a text that
 * names another host is followed by the real one. A picture becomes a link to it, because a picture that is
 * fetched tells its server who reads the post, and when.
 */
export function honestLinks(markdown: MarkdownIt): void {
  markdown.core.ruler.push('honest-links', (state) => {
    for (const block of state.tokens) {
      if (block.type === 'inline' && block.children) block.children = honest(block.children, state.Token);
    }
  });
}

function honest(tokens: Token[], TokenClass: typeof Token): Token[] {
  const result: Token[] = [];
  let open: Token | null = null;
  let inner = 0;
  let text = '';
  for (const token of tokens) {
    if (token.type === 'image') {
      const shown = pictureText(token);
      const picture = open ? [word(shown, TokenClass)] : linkToPicture(token, shown, TokenClass);
      text += shown;
      result.push(...picture);
      continue;
    }
    // An address in angle brackets may stand in the text of a link; HTML knows no link in a link.
    if (token.type === 'link_open' && open) {
      inner++;
      continue;
    }
    if (token.type === 'link_close' && inner > 0) {
      inner--;
      continue;
    }
    if (token.type === 'link_open') {
      open = token;
      text = '';
    }
    if (open) text += token.content;
    result.push(token);
    if (token.type === 'link_close' && open) {
      result.push(...mark(open, text, TokenClass));
      open = null;
    }
  }
  return result;
}

function mark(open: Token, text: string, TokenClass: typeof Token): Token[] {
  const link = linkTo(String(open.attrGet('href') ?? ''));
  open.attrs = link ? [['href', link.href]] : [];
  if (link?.kind !== 'outside') return [];
  open.attrSet('rel', 'nofollow noopener noreferrer');
  open.attrSet('target', '_blank');
  if (!hidesItsHost(text, link)) return [];
  const host = new TokenClass('link_host', '', 0);
  host.content = link.host;
  return [host];
}

function linkToPicture(image: Token, shown: string, TokenClass: typeof Token): Token[] {
  const open = new TokenClass('link_open', 'a', 1);
  open.attrs = [['href', image.attrGet('src') ?? '']];
  return [
    open,
    word(shown, TokenClass),
    new TokenClass('link_close', 'a', -1),
    ...mark(open, shown, TokenClass),
  ];
}

function pictureText(image: Token): string {
  const alt = (image.children ?? []).map((child) => child.content).join('');
  return alt.trim() || String(image.attrGet('src') ?? '');
}

function word(content: string, TokenClass: typeof Token): Token {
  const token = new TokenClass('text', '', 0);
  token.content = content;
  return token;
}
