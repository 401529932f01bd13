import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { CommunityAccess } from '#communities';
import { Database, decodeCursor, type Page, type PageQuery, pageOf, type Statement } from '#platform';
import { personChip } from '#users';
import type { CommunityActivityView, CommunityFileView } from './dto/community-files.view.ts';
import { isoTime } from './post-view.sql.ts';

const WEEKS = 12;

/** Backwards through files_by_community; posts and people by primary key. */
const FILES = {
  name: 'posts.community-files',
  text: `
    SELECT f.id, f.name, f.media_type AS "mediaType", f.size, f.width, f.height, '/api/v1/files/' || f.id AS url,
      p.thread_id AS "threadId", p.id AS "postId", ${personChip('u')} AS author,
      ${isoTime('p.created_at')} AS "sharedAt"
    FROM files AS f JOIN posts AS p ON p.id = f.post_id AND p.deleted_at IS NULL
    JOIN users AS u ON u.id = p.author_id
    WHERE f.community_id = $1 AND ($2::uuid IS NULL OR f.id < $2)
    ORDER BY f.id DESC LIMIT $3`,
} satisfies Statement;

/** threads_by_age for the weeks, threads_by_activity for the last moment. */
const ACTIVITY = {
  name: 'posts.community-activity',
  text: `
    SELECT ARRAY(
        SELECT count(t.id)::int FROM generate_series(${WEEKS} - 1, 0, -1) AS ago
        LEFT JOIN threads AS t ON t.community_id = $1
          AND t.created_at > now() - (ago + 1) * interval '7 days' AND t.created_at <= now() - ago * interval '7 days'
        GROUP BY ago ORDER BY ago DESC) AS weeks,
      (SELECT ${isoTime('t.activity_at')} FROM threads AS t
       WHERE t.community_id = $1 ORDER BY t.activity_at DESC, t.id DESC LIMIT 1) AS "lastAt"`,
} satisfies Statement;

/** What a community has gathered, for those who may read it. */
@Injectable()
export class CommunityFilesReader {
  constructor(
    private readonly database: Database,
    private readonly access: CommunityAccess,
  ) {}

  /** @throws Problem not-found when the community may not be read */
  async files(
    viewer: Viewer,
    communityId: string,
    { limit, cursor }: PageQuery,
  ): Promise<Page<CommunityFileView>> {
    await this.access.place(viewer, communityId);
    const [before] = decodeCursor(cursor, 'id') ?? [null];
    const rows = await this.database.run<CommunityFileView>(FILES, [communityId, before, limit + 1]);
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (file) => file,
    );
  }

  /** @throws Problem not-found when the community may not be read */
  async activity(viewer: Viewer, communityId: string): Promise<CommunityActivityView> {
    await this.access.place(viewer, communityId);
    const [activity] = await this.database.run<CommunityActivityView>(ACTIVITY, [communityId]);
    return activity!;
  }
}
