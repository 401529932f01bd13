import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, Problem } from '#platform';

const MOST = 500;

/** Topics that somebody wants to find again. Concerns nobody else, so the log does not hear of it. */
@Injectable()
export class FollowTopic {
  constructor(private readonly database: Database) {}

  async begin(viewer: Viewer, topic: string): Promise<void> {
    const followed = await this.database.query(
      `INSERT INTO topic_follows (user_id, topic)
       SELECT $1, $2 WHERE (SELECT count(*) FROM topic_follows WHERE user_id = $1) < ${MOST}
       ON CONFLICT (user_id, topic) DO UPDATE SET topic = excluded.topic RETURNING topic`,
      [viewer.userId, topic],
    );
    if (followed.length === 0)
      throw new Problem('too-many-topics', { detail: `You can follow ${MOST} topics.` });
  }

  async end(viewer: Viewer, topic: string): Promise<void> {
    await this.database.query('DELETE FROM topic_follows WHERE user_id = $1 AND topic = $2', [
      viewer.userId,
      topic,
    ]);
  }
}
