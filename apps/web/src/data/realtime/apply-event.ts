import type { LogEvent } from '../events';
import type { NotificationFilter, ThreadSource } from '../keys';
import type { SessionView, Sort } from '../types';
import { patchCommunity, patchCommunityList, patchMemberPages, patchUnread } from './patch-communities';
import { patchDrafts } from './patch-drafts';
import { patchPostPages, patchThreadPages } from './patch-lists';
import { patchNotificationCount, patchNotificationSettings, patchNotifications } from './patch-notifications';
import { patchThread } from './patch-thread';
import type { EventViewer } from './viewer';

/** How the data under a key changes, by the key's first word (see keys.ts for the shapes). */
type Patch = (data: never, event: LogEvent, key: readonly unknown[], viewer: EventViewer) => unknown;

const patches: Record<string, Patch> = {
  threads: (data, event, key, viewer) =>
    patchThreadPages(data, event, key[1] as ThreadSource, key[2] as Sort, viewer),
  thread: (data, event, _key, viewer) => patchThread(data, event, viewer),
  posts: (data, event, key, viewer) => patchPostPages(data, event, key[1] as string, key[2] !== null, viewer),
  community: (data, event, _key, viewer) => patchCommunity(data, event, viewer),
  'my-communities': (data, event, _key, viewer) => patchCommunityList(data, event, viewer),
  'communities-unread': (data, event, _key, viewer) => patchUnread(data, event, viewer),
  members: (data, event, key) => patchMemberPages(data, event, key[1] as string),
  drafts: (data, event) => patchDrafts(data, event),
  notifications: (data, event, key) => patchNotifications(data, event, key[1] as NotificationFilter),
  'notification-settings': (data, event) => patchNotificationSettings(data, event),
  'notifications-unread': (data, event) => patchNotificationCount(data, event),
  user: (data, event) => patchUser(data, event),
  session: (data, event) => patchSession(data, event),
};

/**
 * The data under a key after the event. Pure, and idempotent where an event may be applied twice: when an
 * answer arrives that was read before the newest event, the later ones are applied to it again.
 */
export function applyEvent(
  key: readonly unknown[],
  data: unknown,
  event: LogEvent,
  viewer: EventViewer,
): unknown {
  const patch = patches[String(key[0])];
  if (data === undefined || !patch) return data;
  return patch(data as never, event, key, viewer);
}

function patchUser<User extends { id: string; version: number }>(user: User, event: LogEvent): User {
  if (event.type !== 'user.changed' || event.data.user.id !== user.id) return user;
  const { email: _, ...publicPart } = event.data.user;
  return { ...user, ...publicPart };
}

/** Who I am, too: an administrator may have made me one a moment ago. */
function patchSession(session: SessionView, event: LogEvent): SessionView {
  if (event.type === 'organisation.changed') return { ...session, organisation: event.data.organisation };
  if (event.type === 'house-rules.changed') {
    const { version, publishedById } = event.data;
    return { ...session, rulesToAccept: publishedById === session.user.id ? null : version };
  }
  if (event.type === 'house-rules.accepted')
    return event.data.version === session.rulesToAccept ? { ...session, rulesToAccept: null } : session;
  const user = patchUser(session.user, event);
  return user === session.user ? session : { ...session, user };
}
