import { localStore } from '~/data/local-storage';

/** Read by public/theme.js before the first paint. */
const KEY = 'kring.theme';

export type Theme = 'system' | 'light' | 'dark';

export function chosenTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function setTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'system') localStore?.removeItem(KEY);
    else localStore?.setItem(KEY, theme);
  } catch {
    // Holds until the page is left.
  }
}
