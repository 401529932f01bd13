import type { Page } from 'playwright-core';

/**
 * Words on a page in pseudo language that stand in no brackets, and so come from no language file. What people wrote,
 * and how the browser writes dates and sizes, is no fault: `data` is all that the server said.
 */
export async function literalFaults(page: Page, data: string): Promise<string[]> {
  const outside = await page.evaluate(wordsOutsideBrackets);
  return [...new Set(outside)]
    .filter((words) => !isData(words, data))
    .map((words) => `in no language file: “${words}”`);
}

function isData(words: string, data: string): boolean {
  const bare = words.replace(/^[@#\s·,.:]+|[\s·,.:…]+$/gu, '');
  return bare.length < 3 || data.includes(JSON.stringify(bare).slice(1, -1));
}

function wordsOutsideBrackets(): string[] {
  const found: string[] = [];
  // Written by people, drawn by the browser, or the same in every language.
  const leftOut = '.post-body, .ProseMirror, time, kbd, code, [lang], script, style';
  let depth = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let outside = '';
    for (const letter of node.textContent ?? '') {
      if (letter === '⟦') depth++;
      else if (letter === '⟧') depth--;
      else if (depth === 0) outside += letter;
    }
    const parent = node.parentElement;
    if (!/\p{L}{2}/u.test(outside) || !parent || parent.closest(leftOut)) continue;
    if (parent.checkVisibility()) found.push(outside.trim());
  }
  for (const one of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
      const words = one.getAttribute(name) ?? '';
      if (/\p{L}{2}/u.test(words) && !words.includes('⟦') && !one.closest(leftOut)) found.push(words.trim());
    }
  return found;
}
