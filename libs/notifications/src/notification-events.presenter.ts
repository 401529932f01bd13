import { Injectable } from '@nestjs/common';
import type { Audience, EventPresenter, LoggedEvent, ShownEvent } from '#platform';
import { NOTIFICATION_EVENTS } from './dto/notification-events.view.ts';
import { NotificationsReader } from './notifications.reader.ts';
import { SettingsReader, viewOf } from './settings/settings.reader.ts';

type Shown = ShownEvent<typeof NOTIFICATION_EVENTS>;

/** To the devices of one person: something new, or something read elsewhere, and how much is left. */
@Injectable()
export class NotificationEventsPresenter implements EventPresenter {
  readonly types = Object.keys(NOTIFICATION_EVENTS);

  constructor(
    private readonly notifications: NotificationsReader,
    private readonly settings: SettingsReader,
  ) {}

  audienceOf(): Audience {
    return 'user';
  }

  async present(events: LoggedEvent[]): Promise<Map<number, Shown>> {
    const ids = events.flatMap(({ data }) => (data.notificationId as string | undefined) ?? []);
    const people = events.map(({ userId }) => userId!);
    const changed = events.filter(({ type }) => type === 'notification.settings-changed');
    const [views, unread, settings] = await Promise.all([
      this.notifications.byId(ids),
      this.notifications.unreadOf(people),
      this.settings.of(changed.map(({ userId }) => userId!)),
    ]);
    const shown = events.flatMap(({ seq, type, userId, data }): Array<[number, Shown]> => {
      const count = unread.get(userId!) ?? 0;
      if (type === 'notification.read')
        return [[seq, { ids: (data.ids as string[] | undefined) ?? null, unread: count }]];
      if (type === 'notification.unread') return [[seq, { ids: data.ids as string[], unread: count }]];
      if (type === 'notification.settings-changed') {
        const mine = settings.get(userId!);
        return mine ? [[seq, { settings: viewOf(mine) }]] : [];
      }
      const notification = views.get(data.notificationId as string);
      return notification ? [[seq, { notification, unread: count }]] : [];
    });
    return new Map(shown);
  }
}
