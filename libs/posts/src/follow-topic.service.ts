import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, Problem } from '#platform';

const MOST = 500;

/** Topics whose public threads somebody wants in their home feed. The log tells their other devices and sockets. */
@Injectable()
export class FollowTopic {
  constructor(private readonly eventLog: EventLog) {}

  /** @throws Problem too-many-topics */
  async begin({ userId }: Viewer, topic: string): Promise<void> {
    await this.eventLog.write(async (transaction) => {
      const [{ count, follows }] = (await transaction.query(
        `SELECT count(*)::int AS count, coalesce(bool_or(topic = $2), false) AS follows
         FROM topic_follows WHERE user_id = $1`,
        [userId, topic],
      )) as [{ count: number; follows: boolean }];
      if (follows) return;
      if (count >= MOST) throw new Problem('too-many-topics', { detail: `You can follow ${MOST} topics.` });
      const begun = await transaction.query(
        'INSERT INTO topic_follows (user_id, topic) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING topic',
        [userId, topic],
      );
      if (begun.length > 0)
        await transaction.record({ type: 'topic.followed', userId, actorId: userId, data: { topic } });
    });
  }

  async end({ userId }: Viewer, topic: string): Promise<void> {
    await this.eventLog.write(async (transaction) => {
      const ended = await transaction.query(
        'DELETE FROM topic_follows WHERE user_id = $1 AND topic = $2 RETURNING topic',
        [userId, topic],
      );
      if (ended.length > 0)
        await transaction.record({ type: 'topic.unfollowed', userId, actorId: userId, data: { topic } });
    });
  }
}
