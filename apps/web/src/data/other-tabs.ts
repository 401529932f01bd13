const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('kring.session') : null;

/** Somebody logged in or out here; all tabs share the cookie. */
export const tellOtherTabs = (): void => channel?.postMessage('changed');

/** Somebody did in another tab: what this one shows may be another person's by now. */
export function whenSessionChangesElsewhere(callback: () => void): void {
  if (channel) channel.onmessage = callback;
}
