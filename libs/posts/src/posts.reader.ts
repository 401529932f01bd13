import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import {
  Database,
  decodeCursor,
  encodeCursor,
  notFound,
  type Page,
  type PageQuery,
  pageOf,
  type Statement,
  wrongField,
} from '#platform';
import type { ListPostsQuery } from './dto/list-posts.dto.ts';
import type { PostEditView, PostView, ReactionGivers } from './dto/post.view.ts';
import { EDITS, NEWEST_BETWEEN, OLDEST_BETWEEN, POSTS_BY_ID, REACTION_GIVERS } from './posts.queries.ts';
import { Standpoint } from './standpoint.ts';

const END = 2 ** 31 - 1;

/** Posts as a viewer may see them. */
@Injectable()
export class PostsReader {
  constructor(
    private readonly database: Database,
    private readonly standpoint: Standpoint,
  ) {}

  /** @throws Problem not-found */
  async one(viewer: Viewer, id: string): Promise<PostView> {
    const post = (await this.byIds(viewer, [id])).get(id);
    if (!post) throw notFound();
    return post;
  }

  /** Those that exist and may be read, by id. One query. */
  async byIds(viewer: Viewer, ids: string[]): Promise<Map<string, PostView>> {
    const values = [viewer.userId, viewer.guest, ids];
    const rows = await this.database.run<{ id: string; view: PostView }>(POSTS_BY_ID, values);
    return new Map(rows.map(({ id, view }) => [id, view]));
  }

  /** In the order of their positions; `next` leads to older ones. Without wishes: the newest. */
  async ofThread(viewer: Viewer, threadId: string, query: ListPostsQuery): Promise<Page<PostView>> {
    const { limit, before, after, around, cursor } = query;
    if ([before, after, around, cursor].filter((wish) => wish !== undefined).length > 1)
      throw wrongField('cursor', 'wrong', 'use one of before, after, around and cursor');
    if (around) return this.around(viewer, threadId, around, limit);
    const older = decodeCursor(cursor, 'position')?.[0] ?? before ?? END;
    const items =
      after === undefined
        ? await this.between(viewer, threadId, NEWEST_BETWEEN, 0, older, limit)
        : await this.between(viewer, threadId, OLDEST_BETWEEN, after, END, limit);
    return withOlder(items);
  }

  /** What it said before each edit, the newest first. */
  async edits(viewer: Viewer, postId: string, { limit, cursor }: PageQuery): Promise<Page<PostEditView>> {
    await this.standpoint.ofPost(viewer, postId);
    const before = decodeCursor(cursor, 'position')?.[0] ?? END;
    const rows = await this.database.run<PostEditView>(EDITS, [postId, before, limit + 1]);
    return pageOf(
      rows,
      limit,
      ({ version }) => [version],
      (edit) => edit,
    );
  }

  async reactionGivers(viewer: Viewer, postId: string): Promise<ReactionGivers[]> {
    await this.standpoint.ofPost(viewer, postId);
    return this.database.run<ReactionGivers>(REACTION_GIVERS, [postId]);
  }

  private async around(
    viewer: Viewer,
    threadId: string,
    postId: string,
    limit: number,
  ): Promise<Page<PostView>> {
    const place = await this.standpoint.ofPost(viewer, postId);
    if (place.threadId !== threadId) throw notFound();
    const { position } = place;
    const from = position - Math.floor(limit / 2);
    const older = await this.between(
      viewer,
      threadId,
      NEWEST_BETWEEN,
      Math.max(0, from - 1),
      position,
      limit,
    );
    const rest = limit - older.length;
    const newer = await this.between(viewer, threadId, OLDEST_BETWEEN, position - 1, END, rest);
    return withOlder([...older, ...newer]);
  }

  private async between(
    viewer: Viewer,
    threadId: string,
    statement: Statement,
    after: number,
    before: number | string,
    limit: number,
  ): Promise<PostView[]> {
    const values = [viewer.userId, viewer.guest, threadId, after, before, limit];
    const rows = await this.database.run<{ view: PostView | null }>(statement, values);
    if (rows.length === 0) throw notFound();
    return rows.flatMap(({ view }) => view ?? []);
  }
}

function withOlder(items: PostView[]): Page<PostView> {
  const first = items[0]?.position ?? 1;
  return { items, next: first > 1 ? encodeCursor(first) : null };
}
