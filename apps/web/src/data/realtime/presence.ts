import { useSyncExternalStore } from 'react';
import type { PresenceTold } from '../types';

/** Which colleagues have Kring open now, as the socket tells it. Lost with the socket, told anew by the next one. */
const online = new Set<string>();
const listeners = new Set<() => void>();

const say = () => {
  for (const listener of listeners) listener();
};

export function notePresence({ userId, online: isOnline }: PresenceTold): void {
  if (online.has(userId) === isOnline) return;
  if (isOnline) online.add(userId);
  else online.delete(userId);
  say();
}

export function forgetPresence(): void {
  if (online.size === 0) return;
  online.clear();
  say();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const isOnline = (userId: string): boolean => online.has(userId);

export const useIsOnline = (userId: string | undefined): boolean =>
  useSyncExternalStore(subscribe, () => userId !== undefined && isOnline(userId));
