import { useSyncExternalStore } from 'react';

/** As --breakpoint-xl in styles/theme.css: from here on there is room for three columns. */
const query = globalThis.matchMedia?.('(width >= 80rem)');

function subscribe(listener: () => void): () => void {
  query?.addEventListener('change', listener);
  return () => query?.removeEventListener('change', listener);
}

/** Whether what something belongs to has a column of its own. */
export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => query?.matches ?? false);
