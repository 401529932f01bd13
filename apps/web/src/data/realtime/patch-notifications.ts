import type { InfiniteData } from '@tanstack/react-query';
import type { LogEvent } from '../events';
import type { NotificationFilter } from '../keys';
import type { NotificationCount, NotificationSettings, NotificationView, Page } from '../types';

type NotificationPages = InfiniteData<Page<NotificationView>>;

/** As the server divides them: `SUBJECTS` of the notifications lib. */
const KINDS: Partial<Record<NotificationFilter, readonly NotificationView['kind'][]>> = {
  mentions: ['mention'],
  replies: ['reply', 'thread', 'announcement'],
  requests: ['invitation', 'request', 'admitted', 'added'],
  reactions: ['reaction'],
};

/** One notification may grow ("Sanne and 2 others"): the same id then comes again and moves to the top. */
export function patchNotifications(
  data: NotificationPages,
  event: LogEvent,
  filter: NotificationFilter,
): NotificationPages {
  if (event.type === 'notification.created') {
    const { notification } = event.data;
    const kinds = KINDS[filter];
    if (kinds && !kinds.includes(notification.kind)) return data;
    const without = data.pages.map((page) => ({
      ...page,
      items: page.items.filter((one) => one.id !== notification.id),
    }));
    const [first, ...rest] = without;
    if (!first) return data;
    return { ...data, pages: [{ ...first, items: [notification, ...first.items] }, ...rest] };
  }
  if (event.type === 'notification.read') return marked(data, event.data.ids, true);
  if (event.type === 'notification.unread') return marked(data, event.data.ids, false);
  return data;
}

function marked(data: NotificationPages, ids: readonly string[] | null, read: boolean): NotificationPages {
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.map((one) => (ids === null || ids.includes(one.id) ? { ...one, read } : one)),
  }));
  return { ...data, pages };
}

export function patchNotificationCount(data: NotificationCount, event: LogEvent): NotificationCount {
  const tellsCount = event.type === 'notification.read' || event.type === 'notification.unread';
  return tellsCount ? { count: event.data.unread } : data;
}

export function patchNotificationSettings(data: NotificationSettings, event: LogEvent): NotificationSettings {
  return event.type === 'notification.settings-changed' ? event.data.settings : data;
}
