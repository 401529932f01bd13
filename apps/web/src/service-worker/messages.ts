import { type PushMessage, type Texts, wordsOf } from './message-words';
import { scope, windows } from './scope';

declare const __KRING_TEXTS__: Record<string, Texts>;

/** Messages of the server: shown, unless somebody is looking at Kring right now; pressed, they lead to the very post. */
export function takeMessages(): void {
  scope.addEventListener('push', (event) => {
    const message = read(event.data);
    if (message) event.waitUntil(show(message));
  });
  scope.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(open((event.notification.data as { path: string }).path));
  });
}

function read(data: { json(): unknown } | null): PushMessage | null {
  try {
    return (data?.json() as PushMessage) ?? null;
  } catch {
    return null;
  }
}

async function show(message: PushMessage): Promise<void> {
  const { tag, path, unread, language, at, kind } = message;
  if ('setAppBadge' in navigator) await navigator.setAppBadge(unread).catch(() => {});
  const isLooking = (await windows()).some(
    ({ focused, visibilityState }) => focused && visibilityState === 'visible',
  );
  if (isLooking && kind !== 'test') return;
  const [before] = await scope.registration.getNotifications({ tag });
  const { title, body } = wordsOf(message, __KRING_TEXTS__[language] ?? __KRING_TEXTS__.en ?? {});
  const options: NotificationOptions & { renotify?: boolean; timestamp?: number } = {
    body,
    tag,
    lang: language,
    icon: '/icons/icon-192.png',
    badge: '/icons/badge-96.png',
    data: { path, at },
    timestamp: Date.parse(at),
    // Something newer is worth a sound; the same once more is not.
    renotify: before !== undefined && (before.data as { at: string }).at !== at,
  };
  await scope.registration.showNotification(title, options);
}

async function open(path: string): Promise<void> {
  // Only a place of our own, whatever came.
  const own = path.startsWith('/') && !path.startsWith('//') ? path : '/';
  const [first] = await windows();
  if (!first) return void (await scope.clients.openWindow(own));
  await first.focus();
  first.postMessage({ type: 'open', path: own });
}
