import { useSyncExternalStore } from 'react';

/** A session may end while somebody writes. The page stays as it is, covered, until they have logged in again. */
let isOver = false;
/** Counts the times that one came back. */
let returns = 0;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function tell(): void {
  for (const listener of listeners) listener();
}

export function noteSessionOver(): void {
  if (isOver) return;
  isOver = true;
  tell();
}

export function noteSessionBack(): void {
  if (!isOver) return;
  isOver = false;
  returns++;
  tell();
}

export const useIsSessionOver = (): boolean => useSyncExternalStore(subscribe, () => isOver);
export const useSessionReturns = (): number => useSyncExternalStore(subscribe, () => returns);
