import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { LogEvent } from '../events';
import { keys } from '../keys';
import type { CommunityView, ThreadPage } from '../types';
import type { EventViewer } from './viewer';

/** What an event cannot tell by itself and so is asked for again. */
export function afterEvent(client: QueryClient, event: LogEvent, viewer: EventViewer): void {
  const again = (queryKey: readonly unknown[]) => void client.invalidateQueries({ queryKey });
  const { communityId } = event;
  if (CHANGES_CONVERSATIONS.has(event.type) && mayBeConversation(client, communityId))
    soon(client, keys.conversations, 200);
  if (CHANGES_CATCH_UP.has(event.type)) soon(client, keys.catchUpCount);
  switch (event.type) {
    case 'membership.started':
    case 'membership.changed':
    case 'membership.ended':
      if (communityId && event.type === 'membership.started') again(keys.members(communityId).slice(0, 2));
      if (event.data.userId !== viewer.userId || !communityId) return;
      again(keys.myCommunities);
      again(['communities']);
      again(keys.community(communityId));
      again(keys.communitiesUnread);
      if (event.type === 'membership.started') again(keys.threads({ feed: 'home' }, 'activity').slice(0, 2));
      if (event.type === 'membership.ended') dropThreads(client, communityId);
      return;
    case 'request.made':
    case 'request.closed':
      if (communityId) again(keys.requests(communityId));
      if (communityId && event.data.userId === viewer.userId) again(keys.community(communityId));
      return;
    case 'invitation.made':
      if (communityId) again(keys.community(communityId));
      return;
    case 'community.created':
      again(['communities']);
      return;
    case 'community.changed':
      again(['communities']);
      if (communityId) again(keys.community(communityId));
      if (event.data.community.visibility !== 'public') forgetUnlessMine(client, event.data.community.id);
      return;
    case 'community.hidden':
      again(['communities']);
      again(keys.community(event.data.communityId));
      forgetUnlessMine(client, event.data.communityId);
      return;
    case 'community.marked':
      again(keys.community(event.data.communityId));
      again(keys.myCommunities);
      return;
    case 'notification.created':
      again(keys.notificationsUnread);
      return;
    case 'topic.followed':
    case 'topic.unfollowed':
      again(keys.followedTopics);
      again(['threads', { feed: 'home' }]);
      return;
    case 'post.replied':
      // The server took my own reply as a sign that I read what stood before it.
      if (event.data.post.author.id === viewer.userId) soon(client, keys.communitiesUnread);
      return;
    case 'user.changed':
      // With another role comes another company: from guest to colleague.
      if (event.data.user.id === viewer.userId) again(keys.session);
      return;
    case 'thread.removed':
      // Its own page says that it is gone; what was said of it elsewhere is counted anew.
      void client.resetQueries({ queryKey: keys.thread(event.data.threadId) });
      void client.resetQueries({ queryKey: keys.posts(event.data.threadId).slice(0, 2) });
      again(['notifications']);
      again(keys.notificationsUnread);
      soon(client, keys.communitiesUnread);
      return;
    case 'house-rules.changed':
    case 'house-rules.accepted':
      again(keys.houseRules);
      again(keys.rulesState);
      return;
    case 'notification.settings-changed':
      again(keys.notificationPreview);
      return;
    case 'thread.changed':
      // Whether it asks me only now, the event does not say.
      if (event.data.thread.asksAcknowledgement) again(['threads', { feed: 'unacknowledged' }]);
      return;
    case 'thread.marked':
      soon(client, keys.communitiesUnread);
      return;
    case 'community.read':
      soon(client, keys.communitiesUnread);
      if (hasMovedSince(client, event.data)) again(['threads']);
      return;
    case 'community.unread':
      again(['threads']);
      again(['thread']);
      again(keys.communitiesUnread);
      return;
    case 'catch-up.changed':
      soon(client, keys.catchUpCount);
      return;
    case 'post.edited':
      again(keys.edits(event.data.post.id));
      return;
    case 'post.reacted':
      again(keys.reactions(event.data.postId));
      return;
    default:
  }
}

const CHANGES_CONVERSATIONS: ReadonlySet<string> = new Set<LogEvent['type']>([
  'thread.started',
  'thread.marked',
  'community.read',
  'community.created',
  'post.replied',
  'post.edited',
  'post.deleted',
  'thread.removed',
  'membership.started',
  'membership.ended',
]);

/** The list shows plain words and counts over many threads, which an event does not carry. */
function mayBeConversation(client: QueryClient, communityId: string | null): boolean {
  const listed = client.getQueryData<CommunityView[]>(keys.myCommunities) ?? [];
  return !listed.some(({ id }) => id === communityId);
}

const CHANGES_CATCH_UP: ReadonlySet<string> = new Set<LogEvent['type']>([
  'thread.started',
  'thread.changed',
  'thread.removed',
  'thread.marked',
  'post.replied',
  'community.read',
  'community.unread',
]);

/** Whether a thread on the page has posts after the moment up to which its community was read. */
function hasMovedSince(client: QueryClient, read: { communityId: string; until: string }): boolean {
  const lists = client.getQueriesData<InfiniteData<ThreadPage>>({ queryKey: ['threads'] });
  return lists.some(([, data]) =>
    data?.pages.some((page) =>
      page.items.some(
        (thread) =>
          thread.communityId === read.communityId && thread.activityAt > read.until && thread.mine?.unread,
      ),
    ),
  );
}

/** A community I lost: its threads' own pages ask again, and show what I still may see, or nothing. */
function dropThreads(client: QueryClient, communityId: string): void {
  for (const query of client.getQueryCache().findAll({ queryKey: ['thread'] })) {
    const thread = query.state.data as { id: string; communityId: string } | undefined;
    if (thread?.communityId !== communityId) continue;
    void client.resetQueries({ queryKey: keys.thread(thread.id) });
    void client.resetQueries({ queryKey: keys.posts(thread.id).slice(0, 2) });
  }
  void client.resetQueries({ queryKey: ['threads', { community: communityId }] });
}

/** It was open and is not any more: who is no member keeps nothing of it. */
function forgetUnlessMine(client: QueryClient, communityId: string): void {
  const mine = client.getQueryData<CommunityView[]>(keys.myCommunities) ?? [];
  if (mine.some(({ id }) => id === communityId)) return;
  dropThreads(client, communityId);
  void client.invalidateQueries({ queryKey: ['threads'] });
}

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Reading down a feed marks many threads; one request afterwards is enough. */
function soon(client: QueryClient, queryKey: readonly unknown[], waitMs = 1500): void {
  const name = String(queryKey[0]);
  clearTimeout(timers.get(name));
  timers.set(
    name,
    setTimeout(() => void client.invalidateQueries({ queryKey }), waitMs),
  );
}
