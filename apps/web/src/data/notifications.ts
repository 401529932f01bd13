import { queryOptions, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { LogEvent } from './events';
import { post } from './http';
import { keys, type NotificationFilter } from './keys';
import { queryClient } from './query-client';
import { paged, reading, readingPages } from './reading';
import { applyToCache } from './realtime/apply-to-cache';
import { viewerOf } from './realtime/viewer-of';
import { useMyId } from './session';
import type { NotificationCount, NotificationView, Page } from './types';

export const notificationCountQuery = queryOptions({
  queryKey: keys.notificationsUnread,
  queryFn: reading<NotificationCount>('/notifications/unread'),
});

/** How many notifications I have not read; kept live for the badge. */
export const useNotificationCount = () => useQuery(notificationCountQuery);

/**
 * What concerns me, the newest change first. One that is read stays in its place; the unread ones are asked
 * for anew at each visit, so that those do not linger.
 */
export const useNotifications = (filter: NotificationFilter) =>
  useInfiniteQuery({
    queryKey: keys.notifications(filter),
    queryFn: readingPages<Page<NotificationView>>('/notifications', {
      unread: filter === 'unread' ? true : null,
      about: filter === 'unread' || filter === 'all' ? null : filter,
    }),
    ...paged,
    ...(filter === 'unread' ? { gcTime: 0 } : {}),
  });

/** Marks some, or all with null: shown at once, and asked for again when the server refuses. */
export function useMarkNotifications() {
  const viewer = viewerOf(useMyId());
  return useMutation({
    mutationFn: (ids: string[] | null) => post('/notifications/read', { body: ids ? { ids } : {} }),
    onMutate: (ids) => {
      const count = queryClient.getQueryData<NotificationCount>(keys.notificationsUnread)?.count ?? 0;
      const unread = ids ? Math.max(0, count - ids.length) : 0;
      const event: LogEvent = { seq: 0, type: 'notification.read', communityId: null, data: { ids, unread } };
      applyToCache(queryClient, event, viewer);
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['notifications'] }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.notificationsUnread }),
  });
}

/** Keeps one for later: it counts again. */
export function useKeepNotification() {
  const viewer = viewerOf(useMyId());
  return useMutation({
    mutationFn: (id: string) => post('/notifications/unread', { body: { ids: [id] } }),
    onMutate: (id) => {
      const count = queryClient.getQueryData<NotificationCount>(keys.notificationsUnread)?.count ?? 0;
      const data = { ids: [id], unread: count + 1 };
      applyToCache(queryClient, { seq: 0, type: 'notification.unread', communityId: null, data }, viewer);
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['notifications'] }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.notificationsUnread }),
  });
}
