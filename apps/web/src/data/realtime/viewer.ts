import type { ThreadSource } from '../keys';
import type { ThreadView } from '../types';

/** What a patch must know about the one who is looking; events themselves are the same for everybody. */
export interface EventViewer {
  userId: string;
  /** Whether threads of this community belong in my home feed (member, not merely watching). */
  isMine(communityId: string): boolean;
  /** Of these topics, those that I follow. */
  followed(topics: readonly string[]): string[];
}

/** Whether a thread that just started belongs in a list. Bookmarks never: nobody bookmarked it yet. */
export function belongsIn(source: ThreadSource, thread: ThreadView, viewer: EventViewer): boolean {
  if ('community' in source) return thread.communityId === source.community;
  if ('person' in source) return thread.author.id === source.person;
  if ('topic' in source) return topicsIn(thread).includes(source.topic.toLowerCase());
  if (thread.community.kind === 'conversation') return false;
  switch (source.feed) {
    case 'home':
      return viewer.isMine(thread.communityId) || viewer.followed(topicsIn(thread)).length > 0;
    case 'everything':
      return true;
    case 'unanswered':
      return thread.kind === 'question' && thread.bestAnswerId === null;
    case 'unacknowledged':
      return isAsked(thread, viewer);
    case 'bookmarks':
      return false;
  }
}

/** Of a thread that has just begun to ask: everybody who is a member now, but for its author. */
export const isAsked = (thread: ThreadView, viewer: EventViewer): boolean =>
  thread.asksAcknowledgement && thread.author.id !== viewer.userId && viewer.isMine(thread.communityId);

/** The topics that its opening post names, as the server spells them. */
export const topicsIn = (thread: ThreadView): string[] =>
  [...thread.post.body.matchAll(/#([\p{L}\p{N}_-]+)/gu)].map(([, name = '']) => name.toLowerCase());
