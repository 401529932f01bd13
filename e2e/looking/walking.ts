import type { Page } from 'playwright-core';
import { focusShows } from './focus-shown.ts';

const MOST_STEPS = 400;

interface Stop {
  /** Says what it is, for people. */
  name: string;
  /** The same for all that look the same. */
  look: string;
  coveredBy: string | null;
  /** Tab did not move the focus. */
  isHeld: boolean;
}

interface Walk {
  /** What could be pressed when the walk began. */
  expected: HTMLElement[];
  met: Set<Element>;
  first: Element | null;
  last: Element | null;
}

/**
 * Walks through the page by Tab, as somebody does who has no mouse: everything that can be pressed is met, nothing
 * holds the focus fast, and what has it is in sight and stands out. A dialog that is open is a page of its own.
 */
export async function walkFaults(page: Page): Promise<string[]> {
  await page.evaluate(begin, 'top' as const);
  const faults: string[] = [];
  const names: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(look);
    if (stop === null) break;
    const { name, coveredBy } = stop;
    if (coveredBy) faults.push(`${name} has the focus, but is covered by ${coveredBy}`);
    else if (!(await focusShows(page, stop.look))) faults.push(`the focus does not show on ${name}`);
    names.push(name);
    if (stop.isHeld || names.length > MOST_STEPS) {
      faults.push(`the focus is held fast: ${names.slice(-5).join(' → ')}`);
      break;
    }
  }
  if (names.length === 0) faults.push('Tab leads nowhere');
  return [...faults, ...(await page.evaluate(missed))];
}

/**
 * The same way back, from the end: what has the focus comes into sight at the other edge, where other bars are fixed.
 */
export async function backFaults(page: Page): Promise<string[]> {
  await page.evaluate(begin, 'end' as const);
  const faults: string[] = [];
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    await page.keyboard.press('Shift+Tab');
    const stop = await page.evaluate(look);
    if (stop === null) return [...faults, ...(await page.evaluate(missed))];
    if (stop.coveredBy)
      faults.push(`backwards, ${stop.name} has the focus, but is covered by ${stop.coveredBy}`);
    if (stop.isHeld) break;
  }
  return [...faults, 'backwards, the focus is held fast'];
}

/** From the top of the page or its end, or from the dialog that is open. */
function begin(at: 'top' | 'end'): void {
  const dialog = [...document.querySelectorAll<HTMLElement>('[role=dialog], [role=alertdialog]')].at(-1);
  if (dialog) dialog.focus();
  else {
    const start = document.createElement('span');
    start.tabIndex = -1;
    if (at === 'top') document.body.prepend(start);
    else document.body.append(start);
    start.focus();
    start.remove();
    scrollTo({ top: at === 'top' ? 0 : document.body.scrollHeight });
  }
  const pressable =
    'a[href], button, input, select, textarea, summary, [contenteditable=true], [tabindex="0"]';
  const expected = [...(dialog ?? document.body).querySelectorAll<HTMLElement>(pressable)].filter(
    (one) =>
      one.checkVisibility({ visibilityProperty: true }) &&
      !one.matches(':disabled, [type=hidden], [aria-disabled=true]') &&
      // Only screen readers find what is so small, and what they find there they can press.
      !(one.tabIndex < 0 && one.offsetWidth < 2) &&
      !one.closest('[inert], [aria-hidden=true], [hidden]'),
  );
  const walk: Walk = { expected, met: new Set(), first: null, last: null };
  Object.assign(globalThis, { __walk: walk });
}

/** Where the focus is now; null when the walk is over. */
async function look(): Promise<Stop | null> {
  await new Promise((done) => requestAnimationFrame(done));
  const walk = (globalThis as unknown as { __walk: Walk }).__walk;
  const active = document.activeElement as HTMLElement | null;
  if (!active || active === document.body || active === walk.first) return null;
  walk.first ??= active;
  walk.met.add(active);
  // A date is a field of several stops.
  const isHeld = active === walk.last && !active.matches('[type=date], [type=time]');
  walk.last = active;
  const words =
    active.getAttribute('aria-label') ||
    active.textContent ||
    active.getAttribute('placeholder') ||
    active.id;
  // The box of a tick is drawn by its label.
  const shown = active.closest('label') ?? active;
  return {
    name: `<${active.tagName.toLowerCase()}> “${words.replace(/\s+/g, ' ').slice(0, 40)}”`,
    look: `${active.tagName} ${active.getAttribute('type')} ${active.className} ${shown.className}`,
    coveredBy: coveredBy(shown),
    isHeld,
  };

  function coveredBy(one: HTMLElement): string | null {
    const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    if (left >= right || top >= bottom) return 'the edge of the window';
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    for (let up = over; up && !up.contains(one); up = up.parentElement)
      if (/fixed|sticky/.test(getComputedStyle(up).position))
        return `<${up.tagName.toLowerCase()} ${up.className}>`;
    return null;
  }
}

/** What is still there and was never met. Of things that arrow keys go through, meeting one is enough. */
function missed(): string[] {
  const { expected, met } = (globalThis as unknown as { __walk: Walk }).__walk;
  const isMet = (one: HTMLElement): boolean => {
    if (met.has(one)) return true;
    if (one instanceof HTMLInputElement && one.type === 'radio')
      return [...met].some((other) => other instanceof HTMLInputElement && other.name === one.name);
    const group =
      one.tabIndex < 0 && one.closest('[role=tablist], [role=toolbar], [role=listbox], [role=menu]');
    return group !== null && group !== false && [...met].some((other) => group.contains(other));
  };
  return expected
    .filter((one) => one.isConnected && one.checkVisibility({ visibilityProperty: true }) && !isMet(one))
    .map((one) => `Tab does not lead to ${one.outerHTML.slice(0, 200)}`);
}
