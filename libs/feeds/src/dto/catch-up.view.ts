import { type EventViews, Shown } from '#platform';
import { CommunityCardView, THREAD_KINDS, type ThreadKind } from '#posts';
import { PersonChip } from '#users';

/** Sections that list threads, in the order of the screen. */
export const CATCH_UP_SECTIONS = ['questions', 'mentions', 'announcements', 'followed', 'decided'] as const;
export type CatchUpSection = (typeof CATCH_UP_SECTIONS)[number];

export class PostGlimpse {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown()
  author: PersonChip;

  @Shown({ about: 'Plain text, one line.' })
  excerpt: string;

  @Shown({ format: 'date-time' })
  createdAt: string;
}

export class CatchUpItem {
  @Shown({ format: 'uuid' })
  threadId: string;

  @Shown()
  community: CommunityCardView;

  @Shown({ type: THREAD_KINDS })
  kind: ThreadKind;

  @Shown({ type: String, nullable: true })
  title: string | null;

  @Shown({ about: 'The opening post.' })
  opening: PostGlimpse;

  @Shown({
    type: () => PostGlimpse,
    nullable: true,
    about:
      'The post that brings it here, where that is a reply: the newest, the one that mentions me, the answer.',
  })
  post: PostGlimpse | null;

  @Shown({ about: "Others' posts that are not read; counted up to 100." })
  unread: number;

  @Shown({ about: 'Hand it back with "done": what comes after it stays unread.' })
  position: number;

  @Shown({ format: 'date-time' })
  at: string;
}

export class CatchUpSectionView {
  @Shown({ type: CATCH_UP_SECTIONS })
  section: CatchUpSection;

  @Shown({ about: 'Of all, also of those that are not listed here.' })
  count: number;

  @Shown({ type: [CatchUpItem], about: 'The newest 30.' })
  items: CatchUpItem[];
}

export class CatchUpCommunity {
  @Shown()
  community: CommunityCardView;

  @Shown({ about: 'Threads with something unread that stand in no section; 200 stands for 200 or more.' })
  threads: number;

  @Shown()
  posts: number;

  @Shown({ format: 'date-time' })
  at: string;
}

export class CatchUpTopic {
  @Shown()
  name: string;

  @Shown()
  threads: number;

  @Shown()
  posts: number;
}

export class CatchUpView {
  @Shown({
    format: 'date-time',
    about: 'When the reader last finished catching up; at first, when they came.',
  })
  since: string;

  @Shown({ format: 'date-time', about: 'The newest that this answer knows of. Hand it back with "done".' })
  until: string;

  @Shown({ about: 'Threads in sections.' })
  forMe: number;

  @Shown({ about: 'Threads, also those of the communities. Each counts once.' })
  total: number;

  @Shown({ type: [CatchUpSectionView], about: 'Without empty ones.' })
  sections: CatchUpSectionView[];

  @Shown({ type: [CatchUpTopic], about: 'Topics of several unread threads, the busiest first.' })
  topics: CatchUpTopic[];

  @Shown({ type: [CatchUpCommunity], about: 'All the rest, the newest first.' })
  communities: CatchUpCommunity[];
}

export class CatchUpCount {
  @Shown({ about: 'Threads in sections.' })
  forMe: number;

  @Shown()
  total: number;
}

export class CatchUpStep {
  @Shown({ format: 'uuid', about: 'Hand it to "undo"; only the last step can be taken back.' })
  id: string;
}

/** Carries nothing: what is left must be asked for. */
export class CatchUpChanged {}

/** What one person's devices are told of catching up. */
export const CATCH_UP_EVENTS = {
  'catch-up.changed': CatchUpChanged,
} satisfies EventViews;
