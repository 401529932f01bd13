import { createStore, del, get, set } from 'idb-keyval';

/** What is still to be sent stays here through a reload. Where the browser forbids it, it lives as long as the page. */
const store = (() => {
  try {
    return globalThis.indexedDB ? createStore('kring-uploads', 'bytes') : null;
  } catch {
    return null;
  }
})();

export const keepBytes = async (key: string, blob: Blob): Promise<void> => {
  if (store) await set(key, blob, store).catch(() => {});
};

export const keptBytes = async (key: string): Promise<Blob | undefined> =>
  store ? get<Blob>(key, store).catch(() => undefined) : undefined;

export const forgetBytes = async (key: string): Promise<void> => {
  if (store) await del(key, store).catch(() => {});
};
