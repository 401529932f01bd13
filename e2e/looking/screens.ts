import type { CDPSession, Page } from 'playwright-core';

export interface Screen {
  width: number;
  height: number;
  /** Is pressed by fingers. */
  isTouched?: true;
}

/** What a page at 1280 px becomes at 400 %: the narrowest that everything must fit (WCAG 1.4.10). */
export const NARROW: Screen = { width: 320, height: 640, isTouched: true };
export const PHONE: Screen = { width: 390, height: 844, isTouched: true };
/** What a page at 1280 px becomes at 200 %. */
export const ZOOMED: Screen = { width: 640, height: 450 };
export const TABLET: Screen = { width: 768, height: 1024 };
export const DESK: Screen = { width: 1440, height: 900 };

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** The same page on another screen, without loading it again. */
export async function showOn(page: Page, { isTouched, ...size }: Screen): Promise<void> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  await page.setViewportSize(size);
  await (await session).send('Emulation.setTouchEmulationEnabled', { enabled: isTouched === true });
}

/** The same page in other colours, without loading it again. */
export async function showIn(page: Page, colorScheme: Theme, contrast: 'usual' | 'more' = 'usual') {
  await page.emulateMedia({
    colorScheme,
    contrast: contrast === 'more' ? 'more' : 'no-preference',
    reducedMotion: 'reduce',
  });
}
