import { Injectable } from '@nestjs/common';
import type { Audience, EventPresenter, LoggedEvent } from '#platform';
import { NotificationsReader } from './notifications.reader.ts';

/** To the devices of one person: something new, or something read elsewhere, and how much is left. */
@Injectable()
export class NotificationEventsPresenter implements EventPresenter {
  readonly types = ['notification.created', 'notification.read'];

  constructor(private readonly notifications: NotificationsReader) {}

  audienceOf(): Audience {
    return 'user';
  }

  async present(events: LoggedEvent[]): Promise<Map<number, object>> {
    const ids = events.flatMap(({ data }) => (data.notificationId as string | undefined) ?? []);
    const [views, unread] = await Promise.all([
      this.notifications.byId(ids),
      this.notifications.unreadOf(events.map(({ userId }) => userId!)),
    ]);
    const shown = events.flatMap(({ seq, type, userId, data }): Array<[number, object]> => {
      const count = unread.get(userId!) ?? 0;
      if (type === 'notification.read') return [[seq, { ids: data.ids ?? null, unread: count }]];
      const notification = views.get(data.notificationId as string);
      return notification ? [[seq, { notification, unread: count }]] : [];
    });
    return new Map(shown);
  }
}
