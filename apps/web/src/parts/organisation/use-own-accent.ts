import { useEffect } from 'react';
import { localStore } from '~/data/local-storage';
import { contrastNow } from './contrast-now';

/** Read by public/early.js before the first paint. */
const KEY = 'kring.accent';

/** Gives the page the organisation's accent, and again when the contrast changes. Undefined: not known yet. */
export function useOwnAccent(accent: string | null | undefined): void {
  useEffect(() => {
    if (accent === undefined) return;
    if (accent === null) return forget();
    let isCurrent = true;
    const put = async () => {
      // Only who has an accent of their own needs to know about colours.
      const { accentTokens } = await import('./accent-tokens');
      if (isCurrent) keep(accentTokens(accent));
    };
    void put();
    const observer = new MutationObserver(() => void put());
    observer.observe(document.documentElement, { attributeFilter: ['data-contrast'] });
    return () => {
      isCurrent = false;
      observer.disconnect();
    };
  }, [accent]);
}

const isOwn = (name: string): boolean => name.startsWith('--own-');

/** By the CSSOM: a style element would be refused. */
function keep(tokens: Record<string, string>): void {
  for (const [name, value] of Object.entries(tokens)) document.documentElement.style.setProperty(name, value);
  try {
    localStore?.setItem(KEY, JSON.stringify({ contrast: contrastNow(), tokens }));
  } catch {
    // Only the look of the first moment.
  }
}

function forget(): void {
  const { style } = document.documentElement;
  for (const name of [...style].filter(isOwn)) style.removeProperty(name);
  try {
    localStore?.removeItem(KEY);
  } catch {
    // As above.
  }
}
