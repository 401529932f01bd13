import { type EventViews, Shown } from '#platform';
import { NotificationView } from './notification.view.ts';

export class NotificationTold {
  @Shown()
  notification: NotificationView;

  @Shown({ about: 'How many are left; at most 100.' })
  unread: number;
}

export class NotificationsRead {
  @Shown({ type: [String], nullable: true, about: 'null: all.' })
  ids: string[] | null;

  @Shown({ about: 'How many are left; at most 100.' })
  unread: number;
}

/** What one person's devices are told of their notifications. */
export const NOTIFICATION_EVENTS = {
  'notification.created': NotificationTold,
  'notification.read': NotificationsRead,
} satisfies EventViews;
