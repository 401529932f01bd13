import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, type Page } from '#platform';
import { type ListThreadsQuery, ThreadsReader, type ThreadView } from '#posts';
import { UsersReader } from '#users';
import type { CommunityUnreadView } from './dto/community-unread.view.ts';
import { BOOKMARKS, EVERYTHING, HOME, OF_PERSON, OF_TOPIC, UNANSWERED, UNREAD } from './feeds.queries.ts';

type Threads = Promise<Page<ThreadView>>;

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

  ofTopic(viewer: Viewer, topic: string, query: ListThreadsQuery): Threads {
    return this.threads.page(viewer, OF_TOPIC[query.sort], query, [topic]);
  }

  /** @throws Problem not-found when the viewer may not see that person */
  async ofPerson(viewer: Viewer, userId: string, query: ListThreadsQuery): Threads {
    await this.users.one(viewer, userId);
    return this.threads.page(viewer, OF_PERSON[query.sort], query, [userId]);
  }

  unread(viewer: Viewer): Promise<CommunityUnreadView[]> {
    return this.database.run<CommunityUnreadView>(UNREAD, [viewer.userId]);
  }
}
