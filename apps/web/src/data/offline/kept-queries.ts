import type { InfiniteData, QueryKey } from '@tanstack/react-query';
import { keys } from '../keys';
import { queryClient } from '../query-client';
import type { CommunityView, ThreadView } from '../types';

/**
 * What stays readable without a connection. Only what the log keeps true while I am away: communities I am in and
 * their threads. Lists are kept too, and asked for anew as soon as there is a connection.
 */
const LISTS: ReadonlySet<string> = new Set([
  'my-communities',
  'communities-unread',
  'conversations',
  'notifications',
  'notifications-unread',
]);
const THINGS: ReadonlySet<string> = new Set(['thread', 'posts', 'community']);

/** Whether events bring it up to date after an absence, so that it need not be asked for again. */
export const isFollowed = (key: QueryKey): boolean => THINGS.has(String(key[0]));

export function isKept(key: QueryKey, data: unknown): boolean {
  const [name, what, which] = key;
  if (LISTS.has(String(name))) return name !== 'notifications' || what === 'all';
  switch (name) {
    case 'threads':
      return isHome(what) || (isCommunity(what) && isMine(what.community));
    case 'thread':
      return isMyThread(data as ThreadView);
    case 'posts':
      return which === null && isMyThread(queryClient.getQueryData<ThreadView>(keys.thread(String(what))));
    case 'community':
      return (data as CommunityView).mine !== null;
    default:
      return false;
  }
}

const MOST_PAGES = 2;

/**
 * Of what is read page by page, the first ones: the newest posts of a thread. To write two thousand of them anew with each
 * page that is added would hold up whoever reads them.
 */
export function partKept(data: unknown): unknown {
  const { pages, pageParams } = data as Partial<InfiniteData<unknown>>;
  if (!Array.isArray(pages) || !Array.isArray(pageParams) || pages.length <= MOST_PAGES) return data;
  return { pages: pages.slice(0, MOST_PAGES), pageParams: pageParams.slice(0, MOST_PAGES) };
}

const isHome = (source: unknown): boolean => (source as { feed?: string }).feed === 'home';
const isCommunity = (source: unknown): source is { community: string } =>
  typeof (source as { community?: unknown }).community === 'string';

function isMine(communityId: string): boolean {
  const mine = queryClient.getQueryData<CommunityView[]>(keys.myCommunities);
  return mine?.some(({ id }) => id === communityId) ?? false;
}

/** Whoever can read a conversation is in it. */
const isMyThread = (thread: ThreadView | undefined): boolean =>
  thread !== undefined && (thread.community.kind === 'conversation' || isMine(thread.communityId));
