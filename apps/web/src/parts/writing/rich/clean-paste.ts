import { isSafeLink } from './safe-link';
import { wordListsIn } from './word-lists';

const GONE =
  'style, script, meta, link, title, xml, iframe, object, embed, svg, canvas, img, video, audio, button, select, textarea';
const ASIDE = '.MsoCommentReference, .MsoCommentText, [class^="msocom"], [id^="_com_"]';
/** What may stay, by the name that it goes on with. All other elements are only their content. */
const STAYS: Record<string, string> = {
  ...{ p: 'p', br: 'br', hr: 'hr', blockquote: 'blockquote', pre: 'pre', code: 'code' },
  ...{ h1: 'h1', h2: 'h2', h3: 'h3', h4: 'h3', h5: 'h3', h6: 'h3', ul: 'ul', ol: 'ol', li: 'li' },
  ...{ table: 'table', tr: 'tr', td: 'td', th: 'th', strong: 'strong', b: 'strong', em: 'em', i: 'em' },
  ...{ s: 's', del: 's', strike: 's', a: 'a', tt: 'code', kbd: 'code', samp: 'code' },
  ...{
    div: 'div',
    section: 'div',
    article: 'div',
    header: 'div',
    footer: 'div',
    main: 'div',
    dl: 'div',
    dt: 'p',
    dd: 'p',
  },
};

/** HTML from Word, Outlook, Google Docs or any page, as only what a post may hold: no looks, no trackers, no notes. */
export function cleanPasted(html: string): string {
  const { body } = new DOMParser().parseFromString(quiet(html), 'text/html');
  removeUnseen(body);
  wordListsIn(body);
  unwrapLayoutTables(body);
  const out = body.ownerDocument.createElement('div');
  for (const child of [...body.childNodes]) copy(child, out, { pre: false, plain: false });
  return out.innerHTML;
}

/** A tag with the quotes in it; and what looks like one, where a quote is never closed. */
const TAGS = [/<[a-z](?:"[^"]*"|'[^']*'|[^"'<>])*>/gi, /<[a-z][^>]*>/gi];

/** Styles as something to read and nothing to apply: the content security policy would complain of each. */
const quiet = (html: string): string =>
  TAGS.reduce(
    (text, tags) => text.replace(tags, quietTag),
    html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/<(base|style)\b/gi, '<data-$1'),
  );

/** Attributes may stand after a slash or right after another one's quote. */
const quietTag = (tag: string): string =>
  tag.replace(/([\s/"'])style\s*=/gi, '$1data-style=').replace(/([\s/"'])on\w+\s*=/gi, '$1data-on=');

function removeUnseen(body: HTMLElement): void {
  const comments = body.ownerDocument.createNodeIterator(body, NodeFilter.SHOW_COMMENT);
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode())
    comment.parentNode?.removeChild(comment);
  for (const element of body.querySelectorAll(`${GONE}, ${ASIDE}`)) element.remove();
  for (const element of body.querySelectorAll<HTMLElement>('[data-style]')) {
    const style = element.getAttribute('data-style') ?? '';
    if (/display:\s*none|mso-hide:\s*all|mso-element:\s*comment/i.test(style)) element.remove();
    else if (/mso-spacerun:\s*yes/i.test(style)) element.textContent = ' ';
  }
}

/** A table that only places things: one cell, or said to be for looks, or with a table inside. */
function unwrapLayoutTables(body: HTMLElement): void {
  for (const table of [...body.querySelectorAll('table')].reverse()) {
    const isLayout =
      table.getAttribute('role') === 'presentation' ||
      table.querySelectorAll('td, th').length <= 1 ||
      table.querySelector('table') !== null;
    if (!isLayout) continue;
    const blocks = [...table.querySelectorAll('td, th')].map((cell) => {
      const block = body.ownerDocument.createElement('div');
      block.append(...cell.childNodes);
      return block;
    });
    table.replaceWith(...blocks);
  }
}

interface Where {
  pre: boolean;
  /** In a heading or a head cell, where everything is bold already. */
  plain: boolean;
}

function copy(node: ChildNode, into: HTMLElement, where: Where): void {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = node.nodeValue ?? '';
    into.append(where.pre ? text : text.replace(/[\s\u00a0]+/g, ' '));
    return;
  }
  if (!(node instanceof HTMLElement) && !(node instanceof Element)) return;
  const element = node as HTMLElement;
  const name = element.localName;
  if (name === 'input') return;
  let target = into;
  for (const tag of tagsOf(element, where)) {
    const made = into.ownerDocument.createElement(tag);
    keepAttributes(element, made);
    target.append(made);
    target = made;
  }
  const inside = {
    pre: where.pre || name === 'pre',
    plain: where.plain || /^(h[1-6]|th)$/.test(name),
  };
  for (const child of [...element.childNodes]) copy(child, target, inside);
  if (name === 'p' && target !== into && target.textContent?.trim() === '' && !target.querySelector('br'))
    target.remove();
}

/** What an element goes on as: its own name, and what its style says beside. */
function tagsOf(element: HTMLElement, where: Where): string[] {
  const name = element.localName;
  if (where.pre && name !== 'pre') return name === 'br' ? ['br'] : [];
  const style = element.getAttribute('data-style') ?? '';
  const isLight = /(?<![\w-])font-weight:\s*(normal|[1-4]00)\b/i.test(style);
  const own = STAYS[name];
  if (own === 'a') return linkOf(element) ? ['a'] : [];
  if (own === 'strong') return isLight || where.plain ? [] : ['strong'];
  if (own === 'em') return /(?<![\w-])font-style:\s*normal/i.test(style) ? [] : ['em'];
  if (own === 'code' && element.closest('pre')) return [];
  if (own) return [own];
  const said: string[] = [];
  if (name !== 'span' && name !== 'font') return said;
  if (!where.plain && /(?<![\w-])font-weight:\s*(bold|[6-9]00)\b/i.test(style)) said.push('strong');
  if (/(?<![\w-])font-style:\s*italic/i.test(style)) said.push('em');
  if (/text-decoration[^;]*line-through/i.test(style)) said.push('s');
  return said;
}

function keepAttributes(from: HTMLElement, to: HTMLElement): void {
  const name = to.localName;
  if (name === 'a') to.setAttribute('href', linkOf(from) ?? '');
  if (name === 'ol' && /^\d{1,6}$/.test(from.getAttribute('start') ?? ''))
    to.setAttribute('start', from.getAttribute('start')!);
  if (name === 'pre') {
    const language = /(?:language|lang)-([\w+#-]+)/.exec(
      `${from.className} ${from.querySelector('code')?.className ?? ''}`,
    )?.[1];
    const code = to.ownerDocument.createElement('code');
    if (language) code.className = `language-${language}`;
    // The code block of the editor reads its language from here.
    to.append(code);
  }
  if (name === 'li') {
    const box = from.querySelector(
      ':scope > input[type=checkbox], :scope > p > input[type=checkbox], :scope > label > input[type=checkbox]',
    );
    if (box) to.dataset.checked = String(box.hasAttribute('checked'));
  }
  if (name === 'td' || name === 'th') {
    const align =
      /text-align:\s*(right|center)/i.exec(from.getAttribute('data-style') ?? '')?.[1] ??
      from.getAttribute('align');
    if (align === 'right' || align === 'center') to.className = `align-${align}`;
  }
}

/** Where a link leads, without the detour over somebody who counts clicks; null where a post may not lead. */
function linkOf(element: HTMLElement): string | null {
  const href = element.getAttribute('href') ?? '';
  const url = URL.parse(href);
  const detour = url?.host.endsWith('.safelinks.protection.outlook.com')
    ? url.searchParams.get('url')
    : url?.host === 'www.google.com' && url.pathname === '/url'
      ? url.searchParams.get('q')
      : null;
  const target = detour ?? href;
  return isSafeLink(target) && element.textContent?.trim() !== '' ? target : null;
}
