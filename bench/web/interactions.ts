import type { Locator } from 'playwright-core';
import { text } from '../../e2e/texts.ts';
import type { Phone } from './phone.ts';

/** What Chrome does not tell, because it took less. */
const UNTOLD_MS = 16;
const TYPED = 'De kraan komt donderdag om zeven uur, de pomp een uur later.';
const OPENED = 12;
const SETTLED_MS = 3_000;

/** Types a sentence into the composer of home, at the pace of somebody who types well. Answers milliseconds a key. */
export async function typing(phone: Phone): Promise<number[]> {
  const { page } = phone;
  await page.goto('/');
  const field = page.getByRole('textbox', { name: text('composer.body') });
  await field.click();
  // The editor takes the place of the plain field when it has come.
  await page.locator('.ProseMirror').waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await phone.lookAfresh();
  for (const key of TYPED) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(120);
  }
  return interactionsOf(phone, TYPED.length);
}

export interface Opened {
  untilPaintMs: number;
  untilThereMs: number;
}

/** Opens threads of the home feed, one after the other, each from the feed. */
export async function opening(phone: Phone): Promise<Opened[]> {
  const { page } = phone;
  await page.goto('/');
  const links = page.locator('article [data-key=o]');
  await links.first().waitFor();
  await page.waitForTimeout(SETTLED_MS);
  const opened: Opened[] = [];
  for (let n = 0; n < OPENED; n++) {
    await phone.lookAfresh();
    const untilThereMs = await pressUntilThere(links.nth(n % 3), phone);
    await page.waitForTimeout(SETTLED_MS / 2);
    const [untilPaintMs = 0] = (await interactionsOf(phone, 1)).slice(-1);
    opened.push({ untilPaintMs, untilThereMs });
    await page.goBack();
    await links.first().waitFor();
    await page.waitForTimeout(SETTLED_MS / 2);
  }
  return opened;
}

/** From the press until the thread's own page has been painted, by the page's own clock. */
async function pressUntilThere(link: Locator, { page }: Phone): Promise<number> {
  await link.scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const started = { at: 0, took: 0 };
    Object.assign(globalThis, { started });
    const look = () => {
      if (document.querySelector('[role=feed]') === null && document.querySelector('article form'))
        requestAnimationFrame(() => setTimeout(() => (started.took = performance.now() - started.at)));
      else requestAnimationFrame(look);
    };
    addEventListener(
      'click',
      (event) => {
        started.at = event.timeStamp;
        requestAnimationFrame(look);
      },
      { once: true, capture: true },
    );
  });
  await link.click();
  const took = await page.waitForFunction(() => (globalThis as any).started.took);
  return Number(await took.jsonValue());
}

async function interactionsOf(phone: Phone, expected: number): Promise<number[]> {
  const told = Object.values((await phone.seen()).interactions);
  return [...Array<number>(Math.max(0, expected - told.length)).fill(UNTOLD_MS), ...told];
}
