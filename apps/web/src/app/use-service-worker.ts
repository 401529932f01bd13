import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { watchForNewVersion } from '~/data/new-version';
import { useNotificationCount } from '~/data/notifications';
import { renewSubscription, showCount } from '~/data/push/device';

/** The app on this device: it starts without a network, opens what a pressed message leads to, and counts on its icon. */
export function useServiceWorker(): void {
  const router = useRouter();
  const unread = useNotificationCount().data?.count;

  useEffect(() => {
    if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
    const open = ({ data }: MessageEvent) => {
      if (data?.type === 'open' && typeof data.path === 'string') void router.navigate({ href: data.path });
    };
    navigator.serviceWorker.addEventListener('message', open);
    const stop = watchForNewVersion();
    renewSubscription().catch(() => {});
    return () => {
      navigator.serviceWorker.removeEventListener('message', open);
      stop();
    };
  }, [router]);

  useEffect(() => {
    if (unread !== undefined) void showCount(unread);
  }, [unread]);
}
