import type { Phone } from './phone.ts';

const OPENED = 200;

/** What the heap is after 200 threads were opened from a feed and left again, by what it was before. */
export async function memory(
  phone: Phone,
  threads: string[],
): Promise<{ beforeMB: number; afterMB: number }> {
  const { page } = phone;
  await phone.hurry();
  await page.goto('/');
  await page.locator('article[data-thread]').first().waitFor();
  await page.waitForTimeout(3_000);
  const before = await phone.heap();
  // As a link does it: the page stays, the screen changes. The router hears of it.
  const go = (path: string) => page.evaluate((to) => history.pushState({}, '', to), path);
  for (const id of threads.slice(0, OPENED)) {
    await go(`/threads/${id}`);
    await page.locator(`article[data-thread="${id}"] form`).waitFor();
  }
  await go('/');
  await page.locator('[role=feed]').waitFor();
  await page.waitForTimeout(3_000);
  return { beforeMB: before / 1e6, afterMB: (await phone.heap()) / 1e6 };
}
