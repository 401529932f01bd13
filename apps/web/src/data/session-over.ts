import { useSyncExternalStore } from 'react';
import type { WhyLoggedOut } from './why-logged-out';

/** A session may end while somebody writes. The page stays as it is, covered, until they have logged in again. */
let isOver = false;
let why: WhyLoggedOut | null = null;
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

export function noteSessionOver(because: WhyLoggedOut | null): void {
  if (isOver) return;
  why = because;
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
export const useWhySessionOver = () => useSyncExternalStore(subscribe, () => why);
export const useSessionReturns = (): number => useSyncExternalStore(subscribe, () => returns);
