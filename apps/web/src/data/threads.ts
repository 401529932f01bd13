import {
  type InfiniteData,
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { keys, type ThreadSource } from './keys';
import { queryClient } from './query-client';
import { paged, reading, readingPages } from './reading';
import type { Acknowledgements, Page, PostView, Sort, ThreadCount, ThreadPage, ThreadView } from './types';

function pathOf(source: ThreadSource): string {
  if ('community' in source) return `/communities/${source.community}/threads`;
  if ('topic' in source) return `/feeds/topics/${encodeURIComponent(source.topic)}`;
  if ('person' in source) return `/users/${source.person}/threads`;
  return `/feeds/${source.feed}`;
}

/** A feed: any list of threads, read page by page. */
const threadsQuery = (source: ThreadSource, sort: Sort) =>
  infiniteQueryOptions({
    queryKey: keys.threads(source, sort),
    queryFn: readingPages<ThreadPage>(pathOf(source), { sort }),
    ...paged,
    // Else each page that is added compares all before it with themselves, thread by thread.
    structuralSharing: false,
  });

export const useThreads = (source: ThreadSource, sort: Sort = 'activity', enabled = true) =>
  useInfiniteQuery({ ...threadsQuery(source, sort), enabled });

/** Asks for a feed before its screen is drawn. Never fails: the screen itself says why there is none. */
export const fetchThreads = (source: ThreadSource, sort: Sort = 'activity'): Promise<void> =>
  queryClient.prefetchInfiniteQuery(threadsQuery(source, sort));

/** How many threads a feed has since a moment; live ones are not added, so it is asked for at each visit. */
export const useThreadCount = (feed: 'home' | 'everything' | 'unanswered', sort: Sort, since: string) =>
  useQuery({
    queryKey: keys.threadCount(feed, sort, since),
    queryFn: reading<ThreadCount>(`/feeds/${feed}/count`, { sort, since }),
    staleTime: 60_000,
    refetchOnMount: true,
  });

type ThreadPages = InfiniteData<ThreadPage, string | null>;

/** Lets the waiting threads in, at the top. Threads that merely got replies need a fresh first page. */
export function showArrivals(source: ThreadSource, sort: Sort): void {
  const queryKey = keys.threads(source, sort);
  let mustAsk = false;
  queryClient.setQueryData<ThreadPages>(queryKey, (data) => {
    const [first, ...rest] = data?.pages ?? [];
    if (!data || !first) return data;
    const { arrivals = [], stirred = [], items, ...page } = first;
    mustAsk = stirred.length > 0;
    const opened = { ...page, items: [...arrivals, ...items] };
    if (!mustAsk) return { ...data, pages: [opened, ...rest] };
    return { pages: [opened], pageParams: data.pageParams.slice(0, 1) };
  });
  if (mustAsk) void queryClient.invalidateQueries({ queryKey });
}

const threadQuery = (id: string) =>
  queryOptions({ queryKey: keys.thread(id), queryFn: reading<ThreadView>(`/threads/${id}`) });

export const useThread = (id: string) =>
  useQuery({
    ...threadQuery(id),
    // Coming from a feed, the thread is here already; its own answer follows.
    placeholderData: () => threadInFeeds(id),
  });

/** As some list shows it, or its own page. */
export function threadInFeeds(id: string): ThreadView | undefined {
  const own = queryClient.getQueryData<ThreadView>(keys.thread(id));
  if (own) return own;
  for (const [, data] of queryClient.getQueriesData<ThreadPages>({ queryKey: ['threads'] })) {
    for (const page of data?.pages ?? []) {
      const found = [...page.items, ...(page.pinned ?? [])].find((thread) => thread.id === id);
      if (found) return found;
    }
  }
  return undefined;
}

/** Who confirmed that they read it, or did not yet. Others confirm meanwhile: asked for anew at each opening. */
export const useAcknowledgements = (threadId: string, state: 'given' | 'missing') =>
  useInfiniteQuery({
    queryKey: keys.acknowledgements(threadId, state),
    queryFn: readingPages<Acknowledgements>(`/threads/${threadId}/acknowledgements`, { state, limit: 50 }),
    ...paged,
    staleTime: 0,
    refetchOnMount: 'always',
    gcTime: 0,
  });

/** As many as one reads at a time; whoever goes back through a long thread is spared most of the presses. */
const REPLIES_A_PAGE = { first: 30, earlier: 100 };

/** The posts of a thread, newest page first; with `around`, a window about one old post. */
const postsQuery = (threadId: string, around?: string) =>
  infiniteQueryOptions({
    queryKey: keys.posts(threadId, around),
    queryFn: readingPages<Page<PostView>>(
      `/threads/${threadId}/posts`,
      { limit: REPLIES_A_PAGE.first, around },
      { limit: REPLIES_A_PAGE.earlier },
    ),
    ...paged,
    structuralSharing: false,
  });

export const usePosts = (threadId: string, around?: string) => useInfiniteQuery(postsQuery(threadId, around));

/** Asks for a thread with its posts before its screen is drawn. */
export function fetchThread(id: string): void {
  void queryClient.prefetchQuery(threadQuery(id));
  void queryClient.prefetchInfiniteQuery(postsQuery(id));
}
