import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { scope } from './scope';

declare const __KRING_FILES__: { url: string; revision: string | null }[];
declare const __KRING_VERSION__: string;

const FONTS = 'kring-fonts';

/**
 * The app itself, and nothing that anybody wrote: what comes from /api goes past here, so no cache ever holds it.
 * Files with a hash in their name stay what they are; a tab of last week finds its own until all its kind are gone.
 */
export function keepFiles(): void {
  precacheAndRoute(__KRING_FILES__);
  cleanupOutdatedCaches();
  registerRoute(
    new NavigationRoute(createHandlerBoundToURL('/index.html'), {
      denylist: [/^\/(?:api|socket\.io|healthz|readyz|metrics)\b/u, /\.\w+$/u],
    }),
  );
  // Fonts that are seldom needed are kept when they were.
  registerRoute(
    ({ url, sameOrigin }) =>
      sameOrigin && url.pathname.startsWith('/assets/') && url.pathname.endsWith('.woff2'),
    new CacheFirst({ cacheName: `${FONTS}-${__KRING_VERSION__}` }),
  );
  scope.addEventListener('activate', (event) => event.waitUntil(forgetOldFonts()));
}

async function forgetOldFonts(): Promise<void> {
  const old = (await caches.keys()).filter(
    (name) => name.startsWith(FONTS) && name !== `${FONTS}-${__KRING_VERSION__}`,
  );
  await Promise.all(old.map((name) => caches.delete(name)));
}
