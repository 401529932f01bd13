import type { InfiniteData } from '@tanstack/react-query';
import type { LogEvent } from '../events';
import type { NotificationCount, NotificationView, Page } from '../types';

type NotificationPages = InfiniteData<Page<NotificationView>>;

/** One notification may grow ("Sanne and 2 others"): the same id then comes again and moves to the top. */
export function patchNotifications(data: NotificationPages, event: LogEvent): NotificationPages {
  if (event.type === 'notification.created') {
    const { notification } = event.data;
    const without = data.pages.map((page) => ({
      ...page,
      items: page.items.filter((one) => one.id !== notification.id),
    }));
    const [first, ...rest] = without;
    if (!first) return data;
    return { ...data, pages: [{ ...first, items: [notification, ...first.items] }, ...rest] };
  }
  if (event.type === 'notification.read') {
    const { ids } = event.data;
    const pages = data.pages.map((page) => ({
      ...page,
      items: page.items.map((one) => (ids === null || ids.includes(one.id) ? { ...one, read: true } : one)),
    }));
    return { ...data, pages };
  }
  return data;
}

export function patchNotificationCount(data: NotificationCount, event: LogEvent): NotificationCount {
  return event.type === 'notification.read' ? { count: event.data.unread } : data;
}
