import { type EventViews, Shown } from '#platform';
import { PostView, ReactionCount } from './post.view.ts';
import { MineThread, ThreadView } from './thread.view.ts';

export class ThreadTold {
  @Shown()
  thread: ThreadView;
}

export class ThreadChanged extends ThreadTold {
  @Shown({
    type: [String],
    optional: true,
    about: 'Of all its posts, in lower case, without `#`: when they changed.',
  })
  topics?: string[];
}

/** Nothing is left of it. */
export class ThreadRemoved {
  @Shown({ format: 'uuid' })
  threadId: string;
}

/** What a post can change in its thread. */
export class ThreadDigest {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown({ type: String, nullable: true })
  title: string | null;

  @Shown({ about: 'Without deleted ones.' })
  replyCount: number;

  @Shown({ format: 'date-time' })
  activityAt: string;

  @Shown()
  lastPosition: number;

  @Shown({ type: String, format: 'uuid', nullable: true })
  bestAnswerId: string | null;

  @Shown()
  asksAcknowledgement: boolean;

  @Shown()
  version: number;

  @Shown({ type: [String], about: 'Of all its posts, in lower case, without `#`.' })
  topics: string[];
}

export class PostTold {
  @Shown()
  post: PostView;
}

export class PostInThread extends PostTold {
  @Shown()
  thread: ThreadDigest;
}

export class PostReacted {
  @Shown({ format: 'uuid' })
  postId: string;

  @Shown({ format: 'uuid' })
  threadId: string;

  @Shown({ type: [ReactionCount] })
  reactions: ReactionCount[];

  @Shown({ format: 'uuid' })
  actorId: string;

  @Shown()
  emoji: string;

  @Shown({ about: 'Or taken back.' })
  added: boolean;
}

export class ThreadMarked {
  @Shown({ format: 'uuid' })
  threadId: string;

  @Shown()
  mine: MineThread;
}

export class TopicTold {
  @Shown()
  topic: string;
}

export class CommunityRead {
  @Shown({ format: 'uuid' })
  communityId: string;

  @Shown({ format: 'date-time', about: 'Threads that moved since are not read whole by this.' })
  until: string;
}

/** That was taken back: what is unread there must be asked for. */
export class CommunityUnread {
  @Shown({ format: 'uuid' })
  communityId: string;
}

/** What clients are told of threads. */
export const THREAD_EVENTS = {
  'thread.started': ThreadTold,
  'thread.changed': ThreadChanged,
  'thread.removed': ThreadRemoved,
} satisfies EventViews;

/** Of their posts. */
export const POST_EVENTS = {
  'post.replied': PostInThread,
  'post.edited': PostTold,
  'post.recounted': PostTold,
  'post.deleted': PostInThread,
  'post.reacted': PostReacted,
} satisfies EventViews;

/** And one person alone, of what they read and marked. */
export const MINE_EVENTS = {
  'thread.marked': ThreadMarked,
  'community.read': CommunityRead,
  'community.unread': CommunityUnread,
  'topic.followed': TopicTold,
  'topic.unfollowed': TopicTold,
} satisfies EventViews;
