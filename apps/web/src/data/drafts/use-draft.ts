import { useCallback, useEffect, useState } from 'react';
import { localStore } from '../local-storage';
import { type Draft, Drafts } from './drafts';
import type { Place } from './places';

export const drafts = new Drafts(localStore);

/** A draft that survives reloads. Changing the place (another community) reads that place's own draft. */
export function useDraft(userId: string, placeId: Place) {
  const [draft, setDraft] = useState(() => drafts.read(userId, placeId));
  const [place, setPlace] = useState(placeId);
  if (place !== placeId) {
    setPlace(placeId);
    setDraft(drafts.read(userId, placeId));
  }

  useEffect(() => {
    const flush = () => drafts.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((before) => {
        const next = { ...before, ...part };
        drafts.write(userId, placeId, next);
        return next;
      }),
    [userId, placeId],
  );

  const clear = useCallback(() => {
    drafts.clear(userId, placeId);
    setDraft(drafts.read(userId, placeId));
  }, [userId, placeId]);

  return { draft, change, clear };
}
