import type { Browser, Page } from 'playwright-core';
import type { Phone } from './phone.ts';
import { type Tasks, tasksDuring } from './tasks.ts';

const THREADS = 500;
const SETTLED_MS = 4_000;
const WHEEL = { pixels: 400, everyMs: 100 };
const SCROLLED_BACK = 120;

/** Scrolls a feed through 500 threads, as fast as a thumb does. */
export async function scrollingFeed(browser: Browser, { page }: Phone): Promise<Tasks> {
  await page.goto('/everything');
  await page.locator('article[data-thread]').first().waitFor();
  await page.waitForTimeout(SETTLED_MS);
  return tasksDuring(browser, page, async () => {
    while ((await furthest(page)) < THREADS) await scroll(page, WHEEL.pixels * 10);
  });
}

const furthest = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const cards = [...document.querySelectorAll('article[aria-posinset]')];
    return Math.max(0, ...cards.map((card) => Number(card.ariaPosInSet)));
  });

/** Opens a thread of 2,000 replies, all of them, and scrolls from its end through a few hundred. */
export async function scrollingThread(browser: Browser, { page }: Phone, id: string): Promise<Tasks> {
  await page.goto(`/threads/${id}`);
  await page.locator('article form').waitFor();
  await page.waitForTimeout(SETTLED_MS);
  // By its place: to look for a role among forty thousand elements takes longer than what is measured.
  const earlier = page.locator('article > div > button');
  return tasksDuring(browser, page, async () => {
    while (await earlier.isVisible()) {
      await earlier.click();
      await page.waitForTimeout(1_000);
    }
    await page.keyboard.press('End');
    await scroll(page, -WHEEL.pixels * SCROLLED_BACK);
  });
}

async function scroll(page: Page, pixels: number): Promise<void> {
  await page.mouse.move(200, 400);
  for (let done = 0; done < Math.abs(pixels); done += WHEEL.pixels) {
    await page.mouse.wheel(0, Math.sign(pixels) * WHEEL.pixels);
    await page.waitForTimeout(WHEEL.everyMs);
  }
}
