import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Audience,
  Database,
  type EventPresenter,
  EventPresenters,
  type LoggedEvent,
  type ShownEvent,
  type Statement,
} from '#platform';
import type { PostView } from './dto/post.view.ts';
import {
  MINE_EVENTS,
  POST_EVENTS,
  type PostReacted,
  THREAD_EVENTS,
  type ThreadDigest,
} from './dto/post-events.view.ts';
import type { MineThread, ThreadView } from './dto/thread.view.ts';
import { storedPost } from './post-view.sql.ts';
import { mineJoins, mineOf, storedThread, threadDigest, threadJoins, topicsOf } from './thread-view.sql.ts';

/**
 * Ids that Postgres does not look at when it plans: with those of one event it would make a plan for each, which
 * takes longer than the reading.
 */
const unseen = (parameter: string): string => `(SELECT ${parameter}::uuid[])`;

/** Primary key. */
const THREADS = {
  name: 'posts.present-threads',
  text: `
    SELECT t.id, ${storedThread()} AS view, ${topicsOf('t')} AS topics
    FROM unnest(${unseen('$1')}) AS wanted (id) JOIN threads AS t ON t.id = wanted.id ${threadJoins()}`,
} satisfies Statement;

/** Primary keys. */
const POSTS = {
  name: 'posts.present-posts',
  text: `
    SELECT p.id, ${storedPost('p', 'author')} AS post, ${threadDigest('t')} AS thread
    FROM unnest(${unseen('$1')}) AS wanted (id) JOIN posts AS p ON p.id = wanted.id
    JOIN threads AS t ON t.id = p.thread_id JOIN users AS author ON author.id = p.author_id`,
} satisfies Statement;

/** Primary keys of threads, thread_marks and memberships. */
const MARKS = {
  name: 'posts.present-marks',
  text: `
    SELECT wanted.user_id || '/' || t.id AS id, ${mineOf('wanted.user_id')} AS mine
    FROM unnest(${unseen('$1')}, ${unseen('$2')}) AS wanted (user_id, thread_id)
    JOIN threads AS t ON t.id = wanted.thread_id ${mineJoins('wanted.user_id')}`,
} satisfies Statement;

interface PresentedThread {
  id: string;
  view: ThreadView;
  topics: string[];
}

interface PresentedPost {
  id: string;
  post: PostView;
  thread: ThreadDigest;
}

const EVENTS = { ...THREAD_EVENTS, ...POST_EVENTS, ...MINE_EVENTS };
type Shown = ShownEvent<typeof EVENTS>;

/** The events of this lib as clients get them: three queries a batch at most. */
@Injectable()
export class PostEventsPresenter implements EventPresenter, OnModuleInit {
  readonly types = Object.keys(EVENTS);

  constructor(
    private readonly database: Database,
    private readonly presenters: EventPresenters,
  ) {}

  onModuleInit(): void {
    this.presenters.add(this);
  }

  audienceOf({ type }: LoggedEvent): Audience {
    return type in MINE_EVENTS ? 'user' : 'community';
  }

  async present(events: LoggedEvent[]): Promise<Map<number, Shown>> {
    const [threads, posts, marks] = await Promise.all([
      this.threads(events.filter(({ type }) => type in THREAD_EVENTS)),
      this.posts(events.filter(({ type }) => type in POST_EVENTS)),
      this.marks(events.filter(({ type }) => type === 'thread.marked')),
    ]);
    const presented = new Map<number, Shown>();
    for (const event of events) {
      const data = dataOf(event, threads, posts, marks);
      if (data) presented.set(event.seq, data);
    }
    return presented;
  }

  private async threads(events: LoggedEvent[]): Promise<Map<string, PresentedThread>> {
    if (events.length === 0) return new Map();
    const ids = new Set(events.map(({ threadId }) => threadId));
    const rows = await this.database.run<PresentedThread>(THREADS, [[...ids]]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async posts(events: LoggedEvent[]): Promise<Map<string, PresentedPost>> {
    if (events.length === 0) return new Map();
    const ids = new Set(events.map(({ postId }) => postId));
    const rows = await this.database.run<PresentedPost>(POSTS, [[...ids]]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async marks(events: LoggedEvent[]): Promise<Map<string, MineThread>> {
    if (events.length === 0) return new Map();
    const once = [...new Map(events.map((event) => [markKey(event), event])).values()];
    const rows = await this.database.run<{ id: string; mine: MineThread }>(MARKS, [
      once.map(({ userId }) => userId),
      once.map(({ threadId }) => threadId),
    ]);
    return new Map(rows.map(({ id, mine }) => [id, mine]));
  }
}

const markKey = ({ userId, threadId }: LoggedEvent): string => `${userId}/${threadId}`;

function dataOf(
  event: LoggedEvent,
  threads: Map<string, PresentedThread>,
  posts: Map<string, PresentedPost>,
  marks: Map<string, MineThread>,
): Shown | undefined {
  const { type } = event;
  const [communityId, threadId, postId] = [event.communityId!, event.threadId!, event.postId!];
  if (type === 'community.read') {
    const until = (event.data.until as string | undefined) ?? event.at.toISOString();
    return { communityId, until };
  }
  if (type === 'community.unread') return { communityId };
  if (type.startsWith('topic.')) return { topic: String(event.data.topic) };
  if (type === 'thread.removed') return { threadId };
  if (type === 'thread.marked') {
    const mine = marks.get(markKey(event));
    return mine && { threadId, mine };
  }
  if (type in THREAD_EVENTS) {
    const presented = threads.get(threadId);
    if (!presented) return undefined;
    const { view: thread, topics } = presented;
    return { thread, ...(event.data.topicsChanged === true && { topics }) };
  }
  const presented = posts.get(postId);
  if (!presented) return undefined;
  const { post, thread } = presented;
  if (type === 'post.edited' || type === 'post.recounted') return { post };
  if (type !== 'post.reacted') return { post, thread };
  const { emoji, added } = event.data as Pick<PostReacted, 'emoji' | 'added'>;
  return { postId, threadId, reactions: post.reactions, actorId: event.actorId!, emoji, added };
}
