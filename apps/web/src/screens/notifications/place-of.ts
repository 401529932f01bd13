import type { NotificationView } from '~/data/types';

type Target = Pick<NotificationView, 'threadId' | 'postId' | 'community'>;

/** Where a notification leads: to the exact post, or to the community it is about. */
export function placeOf({ threadId, postId, community }: Target): { to: string; hash?: string } {
  if (threadId) return { to: `/threads/${threadId}`, ...(postId ? { hash: `post-${postId}` } : {}) };
  return { to: community ? `/communities/${community.id}` : '/notifications' };
}
