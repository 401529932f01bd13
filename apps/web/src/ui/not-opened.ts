import { useSyncExternalStore } from 'react';

/** Long enough to be read twice. */
const SAID_MS = 10_000;

const listeners = new Set<() => void>();
let times = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What was pressed could not be opened: its code could not be fetched. */
export function noteNotOpened(): void {
  times += 1;
  clearTimeout(timer);
  timer = setTimeout(forgetNotOpened, SAID_MS);
  tell();
}

export function forgetNotOpened(): void {
  clearTimeout(timer);
  times = 0;
  tell();
}

/** How often something could not be opened a moment ago. */
export const useNotOpened = (): number =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => times,
  );

function tell(): void {
  for (const listener of listeners) listener();
}
