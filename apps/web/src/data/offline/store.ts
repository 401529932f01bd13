import type { QueryKey } from '@tanstack/react-query';
import { clear, createStore, delMany, entries, setMany } from 'idb-keyval';
import type { SessionView } from '../types';

/** Whose store it is, and up to where in the log everything in it is true. */
export interface Owner {
  session: SessionView;
  cursor: number;
  /** Which shapes the data has; another release may have others. */
  shapes: string;
}

export interface Kept {
  queryKey: QueryKey;
  data: unknown;
  updatedAt: number;
}

declare const __KRING_SHAPES__: string;

const OWNER = 'owner';

const store = (() => {
  try {
    return globalThis.indexedDB ? createStore('kring-offline', 'kept') : null;
  } catch {
    return null;
  }
})();

/** Everything that is kept, or null when there is nothing, or it is of another release. */
export async function readKept(): Promise<{ owner: Owner; kept: Map<string, Kept> } | null> {
  if (!store) return null;
  const all = new Map(await entries<string, Kept | Owner>(store).catch(() => []));
  const owner = all.get(OWNER) as Owner | undefined;
  all.delete(OWNER);
  // What another tab wrote while somebody else was logged in there is nobody's.
  const isForeign = [...all.keys()].some((name) => !name.startsWith(`${owner?.session.user.id} `));
  if (owner?.shapes === __KRING_SHAPES__ && !isForeign) return { owner, kept: all as Map<string, Kept> };
  if (all.size > 0) await clearKept();
  return null;
}

/** First what changed, then up to where it is true: in between it is only said to be older than it is. */
export async function writeKept(
  session: SessionView,
  cursor: number,
  changed: ReadonlyMap<string, Kept>,
  gone: readonly string[],
): Promise<void> {
  if (!store) return;
  if (gone.length > 0) await delMany([...gone], store);
  if (changed.size > 0) await setMany([...changed], store);
  const owner: Owner = { session, cursor, shapes: __KRING_SHAPES__ };
  await setMany([[OWNER, owner]], store);
}

export async function forgetKept(names: readonly string[]): Promise<void> {
  if (store && names.length > 0) await delMany([...names], store).catch(() => {});
}

/** Nothing of anybody stays. */
export async function clearKept(): Promise<void> {
  if (store) await clear(store).catch(() => {});
}
