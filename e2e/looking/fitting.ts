import type { Page } from 'playwright-core';

/** What does not fit: a page that scrolls sideways, words that are cut off, words that lie over one another. */
export const fitFaults = (page: Page): Promise<string[]> => page.evaluate(faultsOfFit);

/** Sets words as far apart as anybody may want them (WCAG 1.4.12), or as Kring does. */
export const spaceOut = (page: Page, isWide: boolean): Promise<void> =>
  page.evaluate((wide) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }
    `);
    document.adoptedStyleSheets = wide ? [sheet] : [];
  }, isWide);

function faultsOfFit(): string[] {
  const found: string[] = [];
  const root = document.documentElement;
  const all = [...document.body.querySelectorAll<HTMLElement>('*')].filter(isSeen);

  if (root.scrollWidth > root.clientWidth) {
    found.push(`${root.scrollWidth - root.clientWidth} px too wide`);
  }
  for (const one of all) {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(one);
    const isWide = one.scrollWidth > one.clientWidth + 1;
    const isHigh = one.scrollHeight > one.clientHeight + 1;
    const cuts = (isWide && isHiding(overflowX)) || (isHigh && isHiding(overflowY));
    if (cuts && one.textContent?.trim() && !leadsToTheRest(one))
      found.push(`cut off (${textOverflow}): ${nameOf(one)}`);
    if (hasWords(one) && one.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(one))
      found.push(`runs off the screen: ${nameOf(one)}`);
    // Code and tables may be wider than a screen, and scroll by themselves.
    if (isWide && /auto|scroll/.test(overflowX) && !one.matches('pre, table, .table, :has(> table)'))
      found.push(`scrolls sideways: ${nameOf(one)}`);
    if (isWide && overflowX === 'visible' && hasWords(one) && one.matches('button, a, td, th, label, legend'))
      found.push(`words stick out: ${nameOf(one)}`);
  }
  return [...found, ...overlaps()];

  function isSeen(one: HTMLElement): boolean {
    if (!one.checkVisibility({ visibilityProperty: true })) return false;
    const { width, height } = one.getBoundingClientRect();
    return width > 2 && height > 2;
  }

  function isHiding(overflow: string): boolean {
    return overflow === 'hidden' || overflow === 'clip';
  }

  /** Names others gave may be long: where one is cut, it leads to where it stands whole, or says itself on pointing. */
  function leadsToTheRest(one: HTMLElement): boolean {
    // In pseudo language one sees which words are ours: those fit.
    const isOurs = one.textContent?.includes('⟦');
    if (!isOurs && one.closest('a[href], [title]')) return true;
    // A few lines of a text, which stand beside a link to all of it.
    const isExcerpt = getComputedStyle(one).getPropertyValue('-webkit-line-clamp') !== 'none';
    return isExcerpt && one.closest('li, article, section, header')?.querySelector('a[href]') !== null;
  }

  function hasWords(one: HTMLElement): boolean {
    return [...one.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.textContent ?? ''),
    );
  }

  /** Words that lie over other words, where neither floats above the page. */
  function overlaps(): string[] {
    const lines: { box: DOMRect; of: HTMLElement; words: string }[] = [];
    for (const one of all) {
      if (!hasWords(one) || floats(one)) continue;
      for (const node of one.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !/\S/.test(node.textContent ?? '')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects())
          if (box.width > 1)
            lines.push({ box: shownPart(box, one), of: one, words: node.textContent!.trim().slice(0, 40) });
      }
    }
    lines.sort((a, b) => a.box.top - b.box.top);
    const over: string[] = [];
    lines.forEach((line, n) => {
      for (let m = n + 1; m < lines.length && lines[m]!.box.top < line.box.bottom - 4; m++) {
        const other = lines[m]!;
        const across = Math.min(line.box.right, other.box.right) - Math.max(line.box.left, other.box.left);
        const down = Math.min(line.box.bottom, other.box.bottom) - other.box.top;
        if (across > 2 && down > 6 && line.of !== other.of)
          over.push(`“${line.words}” lies over “${other.words}”: ${nameOf(line.of)}`);
      }
    });
    return over;
  }

  function shownPart(box: DOMRect, one: HTMLElement): DOMRect {
    let { left, right, top, bottom } = box;
    for (let up: HTMLElement | null = one; up; up = up.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(up);
      const edge = up.getBoundingClientRect();
      if (overflowX !== 'visible') [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      if (overflowY !== 'visible') [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  /** Inside something that scrolls sideways by itself, or that cuts, which is said of that. */
  function scrolls(one: HTMLElement): boolean {
    for (let up: HTMLElement | null = one; up; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== 'visible') return true;
    return false;
  }

  /** Something fixed, or a layer over the page such as a menu. */
  function floats(one: HTMLElement): boolean {
    for (let up: HTMLElement | null = one; up; up = up.parentElement) {
      const { position, opacity } = getComputedStyle(up);
      if (position === 'fixed' || position === 'sticky' || Number(opacity) === 0) return true;
    }
    const layer = '[role=dialog], [role=alertdialog], [role=listbox]';
    return document.querySelector(layer) !== null && !one.closest(layer);
  }

  function nameOf(one: HTMLElement): string {
    const { left, right } = one.getBoundingClientRect();
    const words = (one.textContent ?? '').replace(/\s+/g, ' ').slice(0, 60);
    return `<${one.tagName.toLowerCase()} class="${one.getAttribute('class') ?? ''}"> “${words}” ${Math.round(left)}-${Math.round(right)}`;
  }
}
