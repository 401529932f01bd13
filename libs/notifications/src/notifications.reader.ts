import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, decodeCursor, type Page, pageOf } from '#platform';
import { excerptOf } from '#posts';
import type { NotificationView } from './dto/notification.view.ts';
import { type NotificationsQuery, SUBJECTS } from './dto/notifications.query.ts';
import { COUNT_UNREAD, LIST_NOTIFICATIONS, NOTIFICATIONS_BY_ID } from './notifications.queries.ts';

interface Row extends Omit<NotificationView, 'excerpt' | 'emoji'> {
  userId: string;
  body: string | null;
  emoji: string | null;
}

/** What concerns somebody, as far as it still holds. */
@Injectable()
export class NotificationsReader {
  constructor(private readonly database: Database) {}

  async list(
    { userId }: Viewer,
    { unread, about, cursor, limit }: NotificationsQuery,
  ): Promise<Page<NotificationView>> {
    const [updatedAt, id] = decodeCursor(cursor, 'time', 'id') ?? [null, null];
    const kinds = about ? SUBJECTS[about] : null;
    const values = [userId, unread, updatedAt, id, limit + 1, kinds];
    const rows = await this.database.run<Row>(LIST_NOTIFICATIONS, values);
    return pageOf(rows, limit, (row) => [row.updatedAt, row.id], viewOf);
  }

  async unread(viewer: Viewer): Promise<number> {
    return (await this.unreadOf([viewer.userId])).get(viewer.userId) ?? 0;
  }

  async unreadOf(userIds: string[]): Promise<Map<string, number>> {
    if (userIds.length === 0) return new Map();
    const rows = await this.database.run<{ userId: string; count: number }>(COUNT_UNREAD, [
      [...new Set(userIds)],
    ]);
    return new Map(rows.map(({ userId, count }) => [userId, count]));
  }

  /** For delivery to the person each belongs to. */
  async byId(ids: string[]): Promise<Map<string, NotificationView>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.run<Row>(NOTIFICATIONS_BY_ID, [[...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, viewOf(row)]));
  }
}

function viewOf({ body, emoji, userId: _, ...row }: Row): NotificationView {
  return { ...row, excerpt: body ? excerptOf(body) : null, ...(emoji && { emoji }) };
}
