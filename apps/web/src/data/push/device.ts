import { del, get, post, put } from '../http';
import type { PushState, PushTest } from '../types';

/** Whether this browser can take messages, and whether it may. */
export type Permission = 'unsupported' | 'default' | 'granted' | 'denied';

export const permission = (): Permission =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis
    ? Notification.permission
    : 'unsupported';

const registration = async (): Promise<ServiceWorkerRegistration | undefined> =>
  'serviceWorker' in navigator ? navigator.serviceWorker.getRegistration() : undefined;

const keyOf = (subscription: PushSubscription): string => {
  const key = subscription.options.applicationServerKey;
  const text = key ? btoa(String.fromCharCode(...new Uint8Array(key))) : '';
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
};

/** Asks for permission if need be, and subscribes. Only after a press: browsers ask nobody unasked. */
export async function takeMessages(): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
  const worker = await navigator.serviceWorker.ready;
  const { publicKey } = await get<PushState>('/push');
  const known = await worker.pushManager.getSubscription();
  if (known && keyOf(known) !== publicKey) await known.unsubscribe();
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  return tell(subscription);
}

/** A subscription is renewed by browsers without a word; the server is told at each start. */
export async function renewSubscription(): Promise<void> {
  if (permission() !== 'granted') return;
  const subscription = await (await registration())?.pushManager.getSubscription();
  if (!subscription) return;
  const state = await get<PushState>('/push');
  if (keyOf(subscription) !== state.publicKey) await takeMessages();
  else if (!state.subscribed) await tell(subscription);
}

export async function takeNoMessages(): Promise<void> {
  await del('/push/subscription');
  await endSubscription();
}

export const tryMessage = () => post<PushTest>('/push/test');

/** The session is over: whoever comes next does not see my messages, nor how many there were. */
export async function leaveDevice(): Promise<void> {
  await endSubscription().catch(() => {});
  const shown = await (await registration())?.getNotifications();
  for (const notification of shown ?? []) notification.close();
  await showCount(0);
}

/** The number on the app's icon, where there is one. */
export async function showCount(count: number): Promise<void> {
  if (!('setAppBadge' in navigator)) return;
  await (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => {});
}

async function endSubscription(): Promise<void> {
  const subscription = await (await registration())?.pushManager.getSubscription();
  await subscription?.unsubscribe();
}

function tell(subscription: PushSubscription): Promise<PushState> {
  const { endpoint, keys } = subscription.toJSON();
  return put<PushState>('/push/subscription', { body: { endpoint, keys } });
}
