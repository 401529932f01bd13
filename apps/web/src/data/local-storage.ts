/** The browser's storage, or null where it is forbidden; Kring works without, it only remembers less. */
export const localStore: Storage | null = (() => {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
})();
