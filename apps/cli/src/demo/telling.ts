import type { DemoThread } from './story.ts';

/** A thread as its story is written: who, how many days ago, what, and the replies. */
export interface Told {
  kind: DemoThread['kind'];
  author: string;
  daysAgo: number;
  title: string | null;
  body: string;
  replies: Reply[];
  pinned: boolean;
  /** Who bookmarked it. */
  keptBy?: string[];
}

export interface Reply {
  author: string;
  body: string;
  best: boolean;
}

export function update(author: string, daysAgo: number, body: string, ...replies: Reply[]): Told {
  return { kind: 'update', author, daysAgo, title: null, body, replies, pinned: false };
}

export function question(author: string, daysAgo: number, body: string, ...replies: Reply[]): Told {
  return { kind: 'question', author, daysAgo, title: null, body, replies, pinned: false };
}

/** Its author must own the community. */
export function announcement(
  author: string,
  daysAgo: number,
  title: string,
  body: string,
  ...replies: Reply[]
): Told {
  return { kind: 'announcement', author, daysAgo, title, body, replies, pinned: false };
}

export function pinned(thread: Told): Told {
  return { ...thread, pinned: true };
}

export function keptBy(thread: Told, ...handles: string[]): Told {
  return { ...thread, keptBy: handles };
}

export function reply(author: string, body: string): Reply {
  return { author, body, best: false };
}

/** The reply that answered the question. */
export function answer(author: string, body: string): Reply {
  return { author, body, best: true };
}
