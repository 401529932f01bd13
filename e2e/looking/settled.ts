import { type Person, until } from '../person.ts';

/** Everything has come, and every transition has ended. */
export async function settled({ page }: Person): Promise<void> {
  await page.waitForLoadState('networkidle');
  await until(async () => (await page.getByRole('progressbar').count()) === 0);
  await drawn({ page });
}

/** What changed is on the screen, and every transition has ended. */
export async function drawn({ page }: Pick<Person, 'page'>): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const passing = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.all(passing.map((one) => one.finished.catch(() => undefined)));
  });
}
