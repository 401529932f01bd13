import { createStore, del, get, set } from 'idb-keyval';
import type { FileView } from '../types';

/**
 * What is still to be sent stays here through a reload, and then what the server made of it, until its post is
 * stored. Where the browser forbids it, it lives as long as the page.
 */
const store = (() => {
  try {
    return globalThis.indexedDB ? createStore('kring-uploads', 'bytes') : null;
  } catch {
    return null;
  }
})();

export const keep = async (key: string, kept: Blob | FileView): Promise<void> => {
  if (store) await set(key, kept, store).catch(() => {});
};

export const kept = async (key: string): Promise<Blob | FileView | undefined> =>
  store ? get<Blob | FileView>(key, store).catch(() => undefined) : undefined;

export const forget = async (key: string): Promise<void> => {
  if (store) await del(key, store).catch(() => {});
};
