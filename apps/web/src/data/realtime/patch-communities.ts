import type { InfiniteData } from '@tanstack/react-query';
import type { LogEvent } from '../events';
import type { CommunityView, MemberView, Page, UnreadCounts } from '../types';
import type { EventViewer } from './viewer';

export function patchCommunity(
  community: CommunityView,
  event: LogEvent,
  viewer: EventViewer,
): CommunityView {
  switch (event.type) {
    case 'community.changed':
      return event.data.community.id === community.id && event.data.community.version >= community.version
        ? { ...community, ...event.data.community }
        : community;
    case 'membership.started':
    case 'membership.changed':
    case 'membership.ended': {
      if (event.communityId !== community.id) return community;
      const counted = { ...community, memberCount: event.data.memberCount ?? community.memberCount };
      if (event.data.userId !== viewer.userId) return counted;
      if (event.type === 'membership.ended')
        return { ...counted, mine: null, mayPost: false, mayManage: false };
      const mine = { level: community.mine?.level ?? 'threads', role: event.data.role };
      return { ...counted, mine, request: null };
    }
    default:
      return community;
  }
}

export function patchCommunityList(list: CommunityView[], event: LogEvent, viewer: EventViewer) {
  let changed = false;
  const next = list.map((community) => {
    const patched = patchCommunity(community, event, viewer);
    changed ||= patched !== community;
    return patched;
  });
  return changed ? next : list;
}

export function patchMemberPages(
  data: InfiniteData<Page<MemberView>>,
  event: LogEvent,
  communityId: string,
): InfiniteData<Page<MemberView>> {
  if (event.communityId !== communityId) return data;
  if (event.type !== 'membership.ended' && event.type !== 'membership.changed') return data;
  const { userId } = event.data;
  const pages = data.pages.map((page) => ({
    ...page,
    items:
      event.type === 'membership.ended'
        ? page.items.filter((member) => member.user.id !== userId)
        : page.items.map((member) =>
            member.user.id === userId ? { ...member, role: event.data.role } : member,
          ),
  }));
  return { ...data, pages };
}

const MOST_COUNTED = 100;

/** Marks in the navigation. Counts up only; what I read myself is asked for again (see after-event.ts). */
export function patchUnread(data: UnreadCounts, event: LogEvent, viewer: EventViewer): UnreadCounts {
  if (event.type === 'community.read') {
    return { items: data.items.filter((one) => one.communityId !== event.data.communityId) };
  }
  if (event.type !== 'thread.started' && event.type !== 'post.replied') return data;
  const { communityId } = event;
  const author = event.type === 'post.replied' ? event.data.post.author : event.data.thread.author;
  if (!communityId || author.id === viewer.userId || !viewer.isMine(communityId)) return data;
  const known = data.items.find((one) => one.communityId === communityId);
  if (!known) return { items: [...data.items, { communityId, unread: 1 }] };
  const unread = Math.min(known.unread + 1, MOST_COUNTED);
  return { items: data.items.map((one) => (one === known ? { communityId, unread } : one)) };
}
