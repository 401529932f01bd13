import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Person } from '../person.ts';

const FOLDER = process.env.SCREENSHOTS;

/** For whoever wants to see it with their own eyes. */
export async function picture({ page }: Person, name: string): Promise<void> {
  if (!FOLDER) return;
  await mkdir(FOLDER, { recursive: true });
  await page.evaluate(() => scrollTo({ top: 0 }));
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}
