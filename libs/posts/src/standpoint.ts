import { Injectable } from '@nestjs/common';
import { mayRead, type Viewer } from '#access';
import type { Place } from '#communities';
import { Database, notFound, type Sql, type Statement } from '#platform';
import type { ThreadKind } from './dto/thread.view.ts';

/** A thread and how a viewer stands in its community. Only made for those who may read it. */
export interface ThreadPlace extends Place {
  threadId: string;
  threadKind: ThreadKind;
  threadAuthorId: string;
  closedAt: Date | null;
}

/** A post and how a viewer stands in its community. Only made for those who may read it. */
export interface PostPlace extends ThreadPlace {
  postId: string;
  position: number;
  authorId: string;
  deletedAt: Date | null;
  postVersion: number;
}

const PLACE_COLUMNS = `c.id, c.kind, c.visibility, c.archived_at AS "archivedAt", c.person_id AS "personId",
  m.role, m.level, t.id AS "threadId", t.kind AS "threadKind", t.author_id AS "threadAuthorId",
  t.closed_at AS "closedAt"`;
const PLACE_JOINS = `JOIN communities AS c ON c.id = t.community_id
  LEFT JOIN memberships AS m ON m.community_id = c.id AND m.user_id = $2`;

/** Primary keys only. */
const OF_THREAD = {
  name: 'posts.place-of-thread',
  text: `SELECT ${PLACE_COLUMNS} FROM threads AS t ${PLACE_JOINS} WHERE t.id = $1`,
} satisfies Statement;

const OF_POST = {
  name: 'posts.place-of-post',
  text: `
    SELECT ${PLACE_COLUMNS}, p.id AS "postId", p.position, p.author_id AS "authorId",
      p.deleted_at AS "deletedAt", p.version AS "postVersion"
    FROM posts AS p JOIN threads AS t ON t.id = p.thread_id ${PLACE_JOINS} WHERE p.id = $1`,
} satisfies Statement;

/** Where every change of a thread or post begins: one prepared read that says what is there and who asks. */
@Injectable()
export class Standpoint {
  constructor(private readonly database: Database) {}

  /** @throws Problem not-found when there is no such thread or the viewer may not read it */
  ofThread(viewer: Viewer, threadId: string, sql: Sql = this.database): Promise<ThreadPlace> {
    return this.find<ThreadPlace>(viewer, OF_THREAD, threadId, sql);
  }

  /** @throws Problem not-found when there is no such post or the viewer may not read it */
  ofPost(viewer: Viewer, postId: string, sql: Sql = this.database): Promise<PostPlace> {
    return this.find<PostPlace>(viewer, OF_POST, postId, sql);
  }

  private async find<T extends Place>(
    viewer: Viewer,
    statement: Statement,
    id: string,
    sql: Sql,
  ): Promise<T> {
    const [place] = await sql.run<T>(statement, [id, viewer.userId]);
    if (!place || !mayRead(viewer, { visibility: place.visibility, isMember: place.role !== null }))
      throw notFound();
    return place;
  }
}
