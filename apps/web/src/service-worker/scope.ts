/** What a service worker has that a page has not, as far as it is used here: TypeScript knows one of both only. */
interface LongEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface PushEvent extends LongEvent {
  data: { json(): unknown } | null;
}

interface NotificationEvent extends LongEvent {
  notification: Notification;
}

interface Client {
  url: string;
  focused: boolean;
  visibilityState: DocumentVisibilityState;
  focus(): Promise<Client>;
  postMessage(message: unknown): void;
}

interface Scope {
  registration: ServiceWorkerRegistration;
  clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<Client[]>;
    openWindow(path: string): Promise<Client | null>;
    claim(): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'push', listener: (event: PushEvent) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: NotificationEvent) => void): void;
  addEventListener(type: 'activate', listener: (event: LongEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

export const scope = globalThis as unknown as Scope;

export const windows = () => scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
