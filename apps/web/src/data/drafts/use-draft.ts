import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { localStore } from '../local-storage';
import { type Draft, Drafts } from './drafts';
import type { Place } from './places';

export const drafts = new Drafts(localStore);

/** A draft that survives reloads, and shows what was written elsewhere. Each place has its own. */
export function useDraft(userId: string, place: Place) {
  const draft: Draft = useSyncExternalStore(
    useCallback((listener) => drafts.subscribe(listener), []),
    () => drafts.read(userId, place),
  );

  useEffect(() => {
    const flush = () => drafts.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  const change = useCallback(
    (part: Partial<Draft>) => drafts.write(userId, place, { ...drafts.read(userId, place), ...part }),
    [userId, place],
  );
  const clear = useCallback(() => drafts.clear(userId, place), [userId, place]);

  return { draft, change, clear };
}
