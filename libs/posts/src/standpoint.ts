import { Injectable } from '@nestjs/common';
import { mayRead, type Viewer } from '#access';
import type { Place } from '#communities';
import { Database, notFound, type Sql, type Statement, type Transaction } from '#platform';
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

/**
 * The same, held until commit: whoever ends the membership, archives the community or hides it waits, and so does
 * whoever changes what `lock` names. Rows that had to be waited for are read as they then are. The membership
 * is locked in a subquery of its own, since an outer join cannot be.
 */
const HELD_JOINS = `JOIN communities AS c ON c.id = t.community_id
  LEFT JOIN LATERAL (
    SELECT role, level FROM memberships WHERE community_id = c.id AND user_id = $2 FOR KEY SHARE) AS m ON true`;
const held = (lock: 't' | 'p'): string => `FOR NO KEY UPDATE OF ${lock} FOR KEY SHARE OF c`;
const POST_COLUMNS = `p.id AS "postId", p.position, p.author_id AS "authorId", p.deleted_at AS "deletedAt",
  p.version AS "postVersion"`;

/** Primary keys only. */
const OF_THREAD = {
  name: 'posts.place-of-thread',
  text: `SELECT ${PLACE_COLUMNS} FROM threads AS t ${PLACE_JOINS} WHERE t.id = $1`,
} satisfies Statement;

const OF_POST = {
  name: 'posts.place-of-post',
  text: `
    SELECT ${PLACE_COLUMNS}, ${POST_COLUMNS}
    FROM posts AS p JOIN threads AS t ON t.id = p.thread_id ${PLACE_JOINS} WHERE p.id = $1`,
} satisfies Statement;

const HOLD_THREAD = {
  name: 'posts.hold-thread',
  text: `SELECT ${PLACE_COLUMNS} FROM threads AS t ${HELD_JOINS} WHERE t.id = $1 ${held('t')}`,
} satisfies Statement;

const holdPost = (name: string, lock: 't' | 'p'): Statement => ({
  name,
  text: `
    SELECT ${PLACE_COLUMNS}, ${POST_COLUMNS}
    FROM posts AS p JOIN threads AS t ON t.id = p.thread_id ${HELD_JOINS} WHERE p.id = $1 ${held(lock)}`,
});
const HOLD_POST = holdPost('posts.hold-post', 'p');
const HOLD_THREAD_OF_POST = holdPost('posts.hold-thread-of-post', 't');

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

  /**
   * For the transaction that changes the thread: what it is told stays true until it commits.
   * @throws Problem not-found
   */
  holdThread(viewer: Viewer, threadId: string, transaction: Transaction): Promise<ThreadPlace> {
    return this.find<ThreadPlace>(viewer, HOLD_THREAD, threadId, transaction);
  }

  /** For a change of one post that leaves its thread as it is. */
  holdPost(viewer: Viewer, postId: string, transaction: Transaction): Promise<PostPlace> {
    return this.find<PostPlace>(viewer, HOLD_POST, postId, transaction);
  }

  /** For a change of a post that changes its thread too: the thread is locked first, as a reply does. */
  holdThreadOf(viewer: Viewer, postId: string, transaction: Transaction): Promise<PostPlace> {
    return this.find<PostPlace>(viewer, HOLD_THREAD_OF_POST, postId, transaction);
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
