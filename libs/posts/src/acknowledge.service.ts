import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, type Statement } from '#platform';
import { Standpoint } from './standpoint.ts';
import { askedOf } from './thread-view.sql.ts';

/**
 * Writes down that $1 read the thread $2 and tells their other devices; nothing when they are not asked, or did so
 * before. Primary keys.
 */
const ACKNOWLEDGE = {
  name: 'posts.acknowledge',
  text: `
    WITH given AS (
      INSERT INTO acknowledgements AS a (thread_id, user_id)
      SELECT t.id, m.user_id FROM threads AS t
      JOIN memberships AS m ON m.community_id = t.community_id AND m.user_id = $1
      WHERE t.id = $2 AND ${askedOf('m', '$1')}
      ON CONFLICT (thread_id, user_id) DO UPDATE SET at = now()
      WHERE a.at < (SELECT acknowledgement_asked_at FROM threads WHERE id = $2)
      RETURNING thread_id)
    INSERT INTO outbox (type, community_id, thread_id, user_id, actor_id)
    SELECT 'thread.marked', t.community_id, t.id, $1, $1 FROM given JOIN threads AS t ON t.id = given.thread_id`,
} satisfies Statement;

/** Somebody says that they read what everybody should know. It is not taken back. */
@Injectable()
export class Acknowledge {
  constructor(
    private readonly standpoint: Standpoint,
    private readonly eventLog: EventLog,
  ) {}

  async as(viewer: Viewer, threadId: string): Promise<void> {
    await this.standpoint.ofThread(viewer, threadId);
    await this.eventLog.writeAtOnce(ACKNOWLEDGE, [viewer.userId, threadId]);
  }
}
