import { useSyncExternalStore } from 'react';

const QUIET_MS = 3000;
let isOnline = true;
let shownOffline = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** A short hiccup is nobody's business: only after three seconds offline does the page say so. */
export function setOnline(next: boolean): void {
  if (next === isOnline) return;
  isOnline = next;
  clearTimeout(timer);
  if (next) show(false);
  else timer = setTimeout(() => show(true), QUIET_MS);
}

function show(offline: boolean): void {
  if (offline === shownOffline) return;
  shownOffline = offline;
  for (const listener of listeners) listener();
}

export function useIsOffline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shownOffline,
  );
}
