import { useSyncExternalStore } from 'react';

const HOUR = 3_600_000;
/** The first time it fetches the whole app: not while the first screen still comes. */
const FIRST_AFTER_MS = 5_000;

let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

function say(worker: ServiceWorker | null): void {
  waiting = worker;
  for (const listener of listeners) listener();
}

/** Installs the service worker and looks for a newer one now and then; it waits until the reader lets it in. */
export function watchForNewVersion(): () => void {
  let registration: ServiceWorkerRegistration | undefined;
  const look = () => void registration?.update().catch(() => {});
  const lookWhenSeen = () => document.visibilityState === 'visible' && look();
  const register = async () => {
    const found = await navigator.serviceWorker.register('/sw.js');
    registration = found;
    if (found.waiting && navigator.serviceWorker.controller) say(found.waiting);
    found.addEventListener('updatefound', () => {
      const fresh = found.installing;
      fresh?.addEventListener('statechange', () => {
        // The first of all is no news.
        if (fresh.state === 'installed' && navigator.serviceWorker.controller) say(fresh);
      });
    });
  };
  const first = setTimeout(
    () => void register().catch(() => {}),
    navigator.serviceWorker.controller ? 0 : FIRST_AFTER_MS,
  );
  const timer = setInterval(look, HOUR);
  document.addEventListener('visibilitychange', lookWhenSeen);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
    document.removeEventListener('visibilitychange', lookWhenSeen);
  };
}

export const useNewVersion = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null,
  );

/** Lets the new version in. Drafts are written before the page goes, and what waits to be sent is kept. */
export function loadNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage({ type: 'activate' });
}
