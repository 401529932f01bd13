import type { Settings } from '#platform';
import { excerptOf } from '#posts';
import type { NotificationKind, NotificationView } from '../dto/notification.view.ts';

/** A notification as it stands when it is sent. */
export interface ToTell extends Omit<NotificationView, 'excerpt' | 'emoji' | 'read'> {
  userId: string;
  visibility: 'public' | 'private' | 'secret';
  body: string | null;
  emoji: string | null;
  at: string;
}

/**
 * What a browser gets, encrypted for it alone. It holds facts; the words round them are the service worker's, in the
 * reader's language. `tag`: a newer message of the same takes the place of the one that is shown.
 */
export interface PushMessage {
  kind: NotificationKind | 'several' | 'test';
  who?: string;
  others?: number;
  place?: { kind: string; name: string };
  emoji?: string;
  words?: string;
  count?: number;
  path: string;
  tag: string;
  unread: number;
  language: string;
  at: string;
}

type Words = Settings['PUSH_WORDS'];

/** Screens lie on tables: what is not for everybody says who and where, a conversation only who. */
export function messageOf(
  about: ToTell,
  words: Words,
  reader: { language: string; unread: number },
): PushMessage {
  const { kind, actors, actorCount, community, body, emoji, visibility, at } = about;
  const [first] = actors;
  const isOpen = words === 'all' || (words === 'public' && visibility === 'public');
  const isConversation = community?.kind === 'conversation';
  return {
    kind,
    ...(first && { who: first.name, others: Math.max(0, actorCount - 1) }),
    ...(community && { place: { kind: community.kind, name: isConversation ? '' : community.name } }),
    ...(emoji && { emoji }),
    ...(isOpen && body && { words: excerptOf(body).slice(0, 200) }),
    path: pathOf(about),
    tag: tagOf(about),
    at,
    ...reader,
  };
}

/** Too many at once say only how many. */
export function summaryOf(count: number, reader: { language: string; unread: number }): PushMessage {
  return {
    kind: 'several',
    count,
    path: '/notifications',
    tag: 'several',
    at: new Date().toISOString(),
    ...reader,
  };
}

export function pathOf({
  threadId,
  postId,
  community,
}: Pick<ToTell, 'threadId' | 'postId' | 'community'>): string {
  if (threadId) return `/threads/${threadId}${postId ? `#post-${postId}` : ''}`;
  return community ? `/communities/${community.id}` : '/notifications';
}

const tagOf = ({ id, threadId }: ToTell): string => threadId ?? id;

/** How the push service holds it for a device that is off: a day at most, the newest of a thread only. */
export function handlingOf({ kind, tag }: PushMessage): {
  TTL: number;
  urgency: 'high' | 'normal' | 'low';
  topic: string;
} {
  const urgency =
    kind === 'reaction' ? 'low' : kind === 'mention' || kind === 'announcement' ? 'high' : 'normal';
  return { TTL: 24 * 3600, urgency, topic: tag.replaceAll('-', '').slice(0, 32) };
}
