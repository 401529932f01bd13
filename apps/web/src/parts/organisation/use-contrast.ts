import { useSyncExternalStore } from 'react';
import { type Contrast, contrastNow } from './contrast-now';

function whenItChanges(tell: () => void): () => void {
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributeFilter: ['data-contrast'] });
  return () => observer.disconnect();
}

/** For what is drawn by the contrast itself, and not by tokens alone. */
export const useContrast = (): Contrast => useSyncExternalStore(whenItChanges, contrastNow);
