import type { Phone } from './phone.ts';

/** Long after everything that a first view needs has come. */
const SETTLED_MS = 6_000;

export interface FirstLoad {
  largestPaintMs: number;
  /** Of scripts, as they came over the wire. */
  scriptKB: number;
  /** Requests to anybody else. */
  elsewhere: number;
}

/** Opens the home feed with nothing in any cache. */
export async function firstLoad(phone: Phone): Promise<FirstLoad> {
  const { page, origin, requests } = phone;
  await page.goto('/');
  await page.waitForTimeout(SETTLED_MS);
  const scripts = requests.filter(({ type, url }) => type === 'Script' && !url.endsWith('/sw.js'));
  const own = new URL(origin).host;
  return {
    largestPaintMs: (await phone.seen()).largestPaint,
    scriptKB: scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000,
    elsewhere: requests.filter(({ url }) => /^(?:http|ws)s?:/.test(url) && new URL(url).host !== own).length,
  };
}

/** How much moves by itself while a page comes, all of it together. */
export async function shiftOf(phone: Phone, path: string): Promise<number> {
  await phone.page.goto(path);
  await phone.page.waitForTimeout(SETTLED_MS);
  return (await phone.seen()).shift;
}
