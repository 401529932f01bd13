import { localStore } from '~/data/local-storage';

const MOST = 6;
const keyOf = (userId: string) => `kring.recent.${userId}`;

/** A place I went to from here before. Names may have changed since: they are shown as they were. */
export interface Recent {
  id: string;
  kind: 'community' | 'person' | 'place';
  label: string;
}

export function recentsOf(userId: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStore?.getItem(keyOf(userId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function keepRecent(userId: string, recent: Recent): void {
  const others = recentsOf(userId).filter(({ id }) => id !== recent.id);
  try {
    localStore?.setItem(keyOf(userId), JSON.stringify([recent, ...others].slice(0, MOST)));
  } catch {
    // Only a convenience for the next time.
  }
}

const isRecent = (one: unknown): one is Recent =>
  typeof one === 'object' && one !== null && 'id' in one && 'kind' in one && 'label' in one;
