import { localStore } from '~/data/local-storage';

/** Both are read by public/early.js before the first paint. */
const THEME = 'kring.theme';
const CONTRAST = 'kring.contrast';

export type Theme = 'system' | 'light' | 'dark';
export type Contrast = 'system' | 'more';

export function chosenTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function setTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  remember(THEME, theme);
}

export const chosenContrast = (): Contrast => (stored(CONTRAST) === 'more' ? 'more' : 'system');

export function setContrast(contrast: Contrast): void {
  const { dataset } = document.documentElement;
  if (contrast === 'more' || window.matchMedia('(prefers-contrast: more)').matches) dataset.contrast = 'more';
  else delete dataset.contrast;
  remember(CONTRAST, contrast);
}

function stored(key: string): string | null {
  try {
    return localStore?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

function remember(key: string, choice: string): void {
  try {
    if (choice === 'system') localStore?.removeItem(key);
    else localStore?.setItem(key, choice);
  } catch {
    // Holds until the page is left.
  }
}
