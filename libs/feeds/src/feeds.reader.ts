import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, type ReadyPage } from '#platform';
import { FIRST_PAGE, type ListThreadsQuery, ThreadsReader, type ThreadView } from '#posts';
import { UsersReader } from '#users';
import type { CommunityUnreadView } from './dto/community-unread.view.ts';
import type { CountThreadsQuery, ThreadCount } from './dto/thread-count.dto.ts';
import {
  BOOKMARKS,
  COUNT_EVERYTHING,
  COUNT_HOME,
  COUNT_UNANSWERED,
  EVERYTHING,
  HOME,
  OF_PERSON,
  OF_TOPIC,
  UNACKNOWLEDGED,
  UNANSWERED,
  UNREAD,
} from './feeds.queries.ts';

type Threads = Promise<ReadyPage<ThreadView>>;

/** How far the threads of a feed are counted. */
const MOST_COUNTED = 1000;

const COUNTS = { home: COUNT_HOME, everything: COUNT_EVERYTHING, unanswered: COUNT_UNANSWERED };

/** Feeds as one viewer gets them: complete, in the order of time, without anything they may not read. */
@Injectable()
export class FeedsReader {
  constructor(
    private readonly threads: ThreadsReader,
    private readonly users: UsersReader,
    private readonly database: Database,
  ) {}

  home(viewer: Viewer, query: ListThreadsQuery): Threads {
    return this.threads.page(viewer, HOME[query.sort], query);
  }

  everything(viewer: Viewer, query: ListThreadsQuery): Threads {
    return this.threads.page(viewer, EVERYTHING[query.sort], query);
  }

  unanswered(viewer: Viewer, query: ListThreadsQuery): Threads {
    return this.threads.page(viewer, UNANSWERED[query.sort], query);
  }

  bookmarks(viewer: Viewer, query: ListThreadsQuery): Threads {
    return this.threads.page(viewer, BOOKMARKS, query);
  }

  unacknowledged(viewer: Viewer, query: ListThreadsQuery): Threads {
    return this.threads.page(viewer, UNACKNOWLEDGED, query);
  }

  ofTopic(viewer: Viewer, topic: string, query: ListThreadsQuery): Threads {
    return this.threads.page(viewer, OF_TOPIC[query.sort], query, [topic]);
  }

  /** @throws Problem not-found when the viewer may not see that person */
  async ofPerson(viewer: Viewer, userId: string, query: ListThreadsQuery): Threads {
    await this.users.one(viewer, userId);
    return this.threads.page(viewer, OF_PERSON[query.sort], query, [userId]);
  }

  /** How many threads a feed has since a moment, counted by the statement that finds them. */
  async count(
    viewer: Viewer,
    feed: keyof typeof COUNTS,
    { since, sort }: CountThreadsQuery,
  ): Promise<ThreadCount> {
    const values = [viewer.userId, viewer.guest, ...FIRST_PAGE, MOST_COUNTED + 1, since];
    const [found] = await this.database.run<{ n: number }>(COUNTS[feed][sort], values);
    const { n } = found!;
    return { count: Math.min(n, MOST_COUNTED), more: n > MOST_COUNTED };
  }

  unread(viewer: Viewer): Promise<CommunityUnreadView[]> {
    return this.database.run<CommunityUnreadView>(UNREAD, [viewer.userId]);
  }
}
