import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { CommunityAccess } from '#communities';
import {
  Database,
  decodeCursor,
  notFound,
  type PageQuery,
  pageOf,
  ReadyPage,
  type Statement,
} from '#platform';
import type { ThreadView } from './dto/thread.view.ts';
import { BY_ID, FIRST_PAGE, OF_COMMUNITY, PINNED, type ThreadSort } from './threads.queries.ts';

/** More pinned threads than these are found in the list only. */
const MOST_PINNED = 20;

interface KeyedView<View> {
  id: string;
  at: string;
  /** null: not readable. */
  view: View | null;
}

/** Threads as a viewer may see them. */
@Injectable()
export class ThreadsReader {
  constructor(
    private readonly database: Database,
    private readonly access: CommunityAccess,
  ) {}

  /** @throws Problem not-found */
  async one(viewer: Viewer, id: string): Promise<ThreadView> {
    const thread = (await this.byIds(viewer, [id])).get(id);
    if (!thread) throw notFound();
    return thread;
  }

  /** Those that exist and may be read, by id. One query. */
  async byIds(viewer: Viewer, ids: string[]): Promise<Map<string, ThreadView>> {
    const rows = await this.database.run<KeyedView<ThreadView>>(BY_ID, [viewer.userId, viewer.guest, ids]);
    return new Map(rows.map(({ id, view }) => [id, view!]));
  }

  /** @throws Problem not-found when the community may not be read */
  async ofCommunity(
    viewer: Viewer,
    communityId: string,
    query: PageQuery & { sort: ThreadSort },
  ): Promise<ReadyPage<ThreadView>> {
    await this.access.place(viewer, communityId);
    const page = await this.page(viewer, OF_COMMUNITY[query.sort], query, [communityId]);
    if (query.cursor) return page;
    const pinned = await this.page(viewer, PINNED, { limit: MOST_PINNED }, [communityId]);
    return page.with('pinned', pinned);
  }

  /** Runs a statement made by `threadPage`; `more` are its values from $6 on. */
  async page(
    viewer: Viewer,
    statement: Statement,
    { limit, cursor }: PageQuery,
    more: unknown[] = [],
  ): Promise<ReadyPage<ThreadView>> {
    const after = decodeCursor(cursor, 'time', 'id') ?? FIRST_PAGE;
    const values = [viewer.userId, viewer.guest, ...after, limit + 1, ...more];
    const rows = await this.database.runForText<KeyedView<string>>(statement, values);
    const { items, next } = pageOf(
      rows,
      limit,
      ({ at, id }) => [at, id],
      ({ view }) => view,
    );
    return new ReadyPage(
      items.filter((view) => view !== null),
      next,
    );
  }
}
