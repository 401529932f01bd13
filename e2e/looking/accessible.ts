import axe, { type AxeResults, type NodeResult } from 'axe-core';
import type { Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against anything but colours, which `colourFaults` looks at, theme by theme. */
export const accessFaults = (page: Page): Promise<string[]> =>
  faults(page, {
    runOnly: STANDARDS,
    rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: false } },
  });

/** Where words do not stand out from their ground; where more contrast was asked for, by 7:1. */
export const colourFaults = (page: Page, contrast: 'usual' | 'more' = 'usual'): Promise<string[]> =>
  faults(page, {
    runOnly: { type: 'rule', values: [contrast === 'more' ? 'color-contrast-enhanced' : 'color-contrast'] },
  });

async function faults(page: Page, options: object): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(axe.source);
    await page.evaluate(whereCaretsGo);
  }
  const { violations } = await page.evaluate<AxeResults, object>(
    (how) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, how),
    { ...options, resultTypes: ['violations'] },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter((node) => !isUnderTheBar(node))
      .map(({ html, any }) => `${id}: ${help}\n    ${html.slice(0, 300)} ${any[0]?.message ?? ''}`),
  );
}

/** In a field that is written in, the caret goes everywhere, and what scrolls follows it. */
function whereCaretsGo(): void {
  (globalThis as unknown as { axe: typeof axe }).axe.configure({
    rules: [
      { id: 'scrollable-region-focusable', selector: '*:not(select, textarea, [contenteditable=true] *)' },
    ],
  });
}

/** The bar at the bottom covers whatever happens to stand there; scrolling takes it from under the bar. */
const isUnderTheBar = ({ any }: NodeResult): boolean =>
  any.some(({ id, message }) => id === 'target-size' && message.includes('partially obscured'));
