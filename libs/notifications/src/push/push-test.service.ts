import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, Problem } from '#platform';
import { NotificationsReader } from '../notifications.reader.ts';
import type { PushTestView } from './push.dto.ts';
import { MOST_AN_HOUR } from './push-sender.ts';
import { type Browser, PushService } from './push-service.ts';

/** Counts as a message, so nobody makes a push service believe that Kring floods it. */
const TAKE_ONE = `UPDATE push_subscriptions AS s SET
    counted = CASE WHEN counted_from > now() - interval '1 hour' THEN counted ELSE 0 END + 1,
    counted_from = CASE WHEN counted_from > now() - interval '1 hour' THEN counted_from ELSE now() END
  FROM users AS u WHERE s.session_id = $1 AND u.id = s.user_id
  RETURNING s.id, s.endpoint, s.p256dh, s.auth, s.counted, u.language`;

/** So that somebody can see that it works, and how it looks. */
@Injectable()
export class PushTest {
  constructor(
    private readonly database: Database,
    private readonly service: PushService,
    private readonly notifications: NotificationsReader,
  ) {}

  async send(viewer: Viewer): Promise<PushTestView> {
    const [browser] = await this.database.query<Browser & { id: string; counted: number; language: string }>(
      TAKE_ONE,
      [viewer.sessionId],
    );
    if (!browser) return { result: 'gone' };
    if (browser.counted > MOST_AN_HOUR) throw new Problem('too-many-requests', { retryAfterSeconds: 3600 });
    const { result } = await this.service.send(browser, {
      kind: 'test',
      path: '/settings/notifications',
      tag: 'test',
      unread: await this.notifications.unread(viewer),
      language: browser.language,
      at: new Date().toISOString(),
    });
    if (result === 'gone')
      await this.database.query('DELETE FROM push_subscriptions WHERE id = $1', [browser.id]);
    return { result };
  }
}
