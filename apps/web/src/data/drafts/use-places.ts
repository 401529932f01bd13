import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { isEmpty } from './drafts';
import type { Place } from './places';
import { drafts } from './use-draft';

/** Every place where I have something unsent, what was written last first. */
export function usePlacesWithDrafts(userId: string): Place[] {
  const joined = useSyncExternalStore(
    useCallback((listener) => drafts.subscribe(listener), []),
    () =>
      drafts
        .places(userId)
        .filter((place) => !isEmpty(drafts.read(userId, place)))
        .join(' '),
  );
  return useMemo(() => (joined === '' ? [] : (joined.split(' ') as Place[])), [joined]);
}
