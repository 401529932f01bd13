import { useSyncExternalStore } from 'react';
import { localStore } from './local-storage';

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const keyOf = (userId: string) => `kring.plain-writing:${userId}`;
/** Where nothing may be stored it is remembered as long as the page. */
const chosen = new Map<string, boolean>();

/** Whether this person writes Markdown as it is. A habit of a person at a keyboard, so it stays in the browser. */
export function usePlainWriting(userId: string) {
  const isPlain = useSyncExternalStore(
    subscribe,
    () => chosen.get(userId) ?? localStore?.getItem(keyOf(userId)) === 'yes',
  );
  const setPlain = (wanted: boolean) => {
    chosen.set(userId, wanted);
    try {
      if (wanted) localStore?.setItem(keyOf(userId), 'yes');
      else localStore?.removeItem(keyOf(userId));
    } catch {
      // Only a convenience for the next time.
    }
    for (const listener of listeners) listener();
  };
  return { isPlain, setPlain };
}
