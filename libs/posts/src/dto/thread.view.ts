import type { CommunityKind, Visibility } from '#communities';
import { Shown } from '#platform';
import { PersonChip } from '#users';
import { PostView } from './post.view.ts';

export const THREAD_KINDS = ['update', 'question', 'announcement'] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];
export const FOLLOW_STATES = ['following', 'muted'] as const;
export type FollowState = (typeof FOLLOW_STATES)[number];
export const ACKNOWLEDGEMENTS = ['asked', 'given'] as const;
export type Acknowledgement = (typeof ACKNOWLEDGEMENTS)[number];

export class CommunityCardView {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown()
  name: string;

  @Shown({ type: ['project', 'group', 'company', 'person', 'conversation'] })
  kind: CommunityKind;

  @Shown({ about: 'Its colour: degrees, 0 to 359.' })
  hue: number;

  @Shown({ type: ['public', 'private', 'secret'] })
  visibility: Visibility;
}

export class MineThread {
  @Shown({ about: 'How far you read; 0 is not at all.' })
  readPosition: number;

  @Shown({ about: 'The position of the newest post.' })
  lastPosition: number;

  @Shown({ about: "Others' posts after it; counted up to 100." })
  unread: number;

  @Shown({ type: FOLLOW_STATES, nullable: true })
  follow: FollowState | null;

  @Shown()
  bookmarked: boolean;

  @Shown({ type: ACKNOWLEDGEMENTS, nullable: true, about: 'null: you are not asked.' })
  acknowledgement: Acknowledgement | null;
}

export class FeedReason {
  @Shown({ type: [String], about: 'Topics that you follow; in lower case, without `#`.' })
  topics: string[];
}

/** An opening post with its newest replies: what lists show. Made by `thread-view.sql.ts`. */
export class ThreadView {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown({ format: 'uuid' })
  communityId: string;

  @Shown()
  community: CommunityCardView;

  @Shown({ type: THREAD_KINDS })
  kind: ThreadKind;

  @Shown({ type: String, nullable: true })
  title: string | null;

  @Shown({ format: 'date-time' })
  createdAt: string;

  @Shown({ format: 'date-time' })
  activityAt: string;

  @Shown({ about: 'Without deleted ones.' })
  replyCount: number;

  @Shown()
  pinned: boolean;

  @Shown({ about: 'Takes no more replies.' })
  closed: boolean;

  @Shown({ type: String, format: 'uuid', nullable: true })
  bestAnswerId: string | null;

  @Shown({ about: 'Everybody who is a member then is asked to say that they read it.' })
  asksAcknowledgement: boolean;

  @Shown()
  author: PersonChip;

  @Shown()
  post: PostView;

  @Shown({ type: [PostView], about: 'The two newest replies, the older first.' })
  latest: PostView[];

  @Shown({ about: 'Hand it back with a change.' })
  version: number;

  @Shown({ type: MineThread, optional: true, about: 'Absent in events.' })
  mine?: MineThread;

  @Shown({
    type: FeedReason,
    optional: true,
    nullable: true,
    about: 'In home: why it is there. null: you are in its community.',
  })
  reason?: FeedReason | null;
}

export class CommunityThreadsView {
  @Shown({ type: [ThreadView] })
  items: ThreadView[];

  @Shown({ type: String, nullable: true })
  next: string | null;

  @Shown({
    type: [ThreadView],
    optional: true,
    about: 'On the first page: the pinned ones, newest pin first.',
  })
  pinned?: ThreadView[];
}
