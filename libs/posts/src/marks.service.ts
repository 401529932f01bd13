import { Injectable } from '@nestjs/common';
import { readableCommunity, type Viewer } from '#access';
import { CommunityAccess } from '#communities';
import { EventLog, Problem, type Statement } from '#platform';
import type { FollowState } from './dto/thread.view.ts';
import { isoTime } from './post-view.sql.ts';
import { Standpoint } from './standpoint.ts';

/**
 * Changes the mark of a thread and tells the reader's other devices, if anything changed. $1 reader, $2 thread,
 * $3 its community, $4 the new value, $5 is a guest. Primary key of thread_marks.
 */
const mark = (name: string, column: string, value: string, unlessSo: string): Statement => ({
  name,
  text: `
    WITH marked AS (
      INSERT INTO thread_marks (user_id, thread_id, ${column})
      SELECT $1, $2, ${value} FROM communities AS c
      WHERE c.id = $3 AND ${readableCommunity('c', '$1', '$5::boolean')}
      ON CONFLICT (user_id, thread_id) DO UPDATE SET ${column} = excluded.${column} WHERE ${unlessSo}
      RETURNING thread_id)
    INSERT INTO outbox (type, community_id, thread_id, user_id, actor_id)
    SELECT 'thread.marked', $3, thread_id, $1, $1 FROM marked`,
});

/** Never goes back, never past the last post. */
const READ = mark(
  'posts.mark-read',
  'read_position',
  'least($4::int, (SELECT last_position FROM threads WHERE id = $2))',
  'thread_marks.read_position < excluded.read_position',
);
const FOLLOW = mark(
  'posts.mark-follow',
  'follow',
  '$4::text',
  'thread_marks.follow IS DISTINCT FROM excluded.follow',
);
const BOOKMARK = mark(
  'posts.mark-bookmark',
  'bookmarked_at',
  'CASE WHEN $4::boolean THEN now() END',
  '(thread_marks.bookmarked_at IS NULL) <> (excluded.bookmarked_at IS NULL)',
);

/**
 * Everything in the viewer's communities ($2, or all but conversations when null) counts as read, up to the newest activity that is
 * visible now: what is being written is not read yet. Indexes memberships_by_user, threads_by_activity.
 */
const READ_COMMUNITIES = {
  name: 'posts.read-communities',
  text: `
    WITH moved AS (
      UPDATE memberships AS m SET read_until = newest.at
      FROM memberships AS mine JOIN communities AS c ON c.id = mine.community_id CROSS JOIN LATERAL (
        SELECT t.activity_at AS at FROM threads AS t WHERE t.community_id = mine.community_id
        ORDER BY t.activity_at DESC, t.id DESC LIMIT 1) AS newest
      WHERE mine.user_id = $1 AND CASE WHEN $2::uuid IS NULL THEN c.kind <> 'conversation' ELSE mine.community_id = $2 END
        AND m.user_id = $1 AND m.community_id = mine.community_id AND m.read_until < newest.at
      RETURNING m.community_id, newest.at)
    INSERT INTO outbox (type, community_id, user_id, actor_id, data)
    SELECT 'community.read', community_id, $1, $1, jsonb_build_object('until', ${isoTime('at')}) FROM moved`,
} satisfies Statement;

/** What a reader does for themselves: how far they read, what they follow and keep. */
@Injectable()
export class Marks {
  constructor(
    private readonly standpoint: Standpoint,
    private readonly access: CommunityAccess,
    private readonly eventLog: EventLog,
  ) {}

  read(viewer: Viewer, threadId: string, position: number): Promise<void> {
    return this.mark(viewer, threadId, READ, position);
  }

  follow(viewer: Viewer, threadId: string, state: FollowState | 'none'): Promise<void> {
    return this.mark(viewer, threadId, FOLLOW, state === 'none' ? null : state);
  }

  bookmark(viewer: Viewer, threadId: string): Promise<void> {
    return this.mark(viewer, threadId, BOOKMARK, true);
  }

  removeBookmark(viewer: Viewer, threadId: string): Promise<void> {
    return this.mark(viewer, threadId, BOOKMARK, false);
  }

  async readCommunity(viewer: Viewer, communityId: string): Promise<void> {
    const { role } = await this.access.place(viewer, communityId);
    if (!role) throw new Problem('forbidden', { detail: 'Only members have unread posts here.' });
    await this.eventLog.writeAtOnce(READ_COMMUNITIES, [viewer.userId, communityId]);
  }

  async readEverything(viewer: Viewer): Promise<void> {
    await this.eventLog.writeAtOnce(READ_COMMUNITIES, [viewer.userId, null]);
  }

  private async mark(viewer: Viewer, threadId: string, statement: Statement, value: unknown): Promise<void> {
    const { id } = await this.standpoint.ofThread(viewer, threadId);
    await this.eventLog.writeAtOnce(statement, [viewer.userId, threadId, id, value, viewer.guest]);
  }
}
