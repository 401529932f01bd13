import { type EventViews, Shown } from '#platform';
import { NotificationSettingsView } from '../settings/settings.dto.ts';
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

export class NotificationsUnread {
  @Shown({ type: [String] })
  ids: string[];

  @Shown({ about: 'How many there are now; at most 100.' })
  unread: number;
}

export class NotificationSettingsTold {
  @Shown()
  settings: NotificationSettingsView;
}

/** What one person's devices are told of their notifications. */
export const NOTIFICATION_EVENTS = {
  'notification.created': NotificationTold,
  'notification.read': NotificationsRead,
  'notification.unread': NotificationsUnread,
  'notification.settings-changed': NotificationSettingsTold,
} satisfies EventViews;
