import type { InfiniteData } from '@tanstack/react-query';
import type { ThreadSource } from '../keys';
import type { ThreadPage, ThreadView } from '../types';
import { type EventViewer, topicsIn } from './viewer';

export type ThreadPages = InfiniteData<ThreadPage, string | null>;

/** In home: why it is there, as the server would say. */
export function withReason(
  thread: ThreadView,
  source: ThreadSource,
  viewer: EventViewer,
  topicsOf = topicsIn(thread),
): ThreadView {
  if (!('feed' in source) || source.feed !== 'home') return thread;
  const topics = viewer.followed(topicsOf).sort();
  return { ...thread, reason: viewer.isMine(thread.communityId) || topics.length === 0 ? null : { topics } };
}

export function knows(data: ThreadPages, id: string): boolean {
  return data.pages.some((page) =>
    [page.items, page.pinned ?? [], page.arrivals ?? []].some((list) => list.some((one) => one.id === id)),
  );
}

export function mapLists(data: ThreadPages, change: (threads: ThreadView[]) => ThreadView[]): ThreadPages {
  let changed = false;
  const pages = data.pages.map((page) => {
    const items = change(page.items);
    const pinned = page.pinned && change(page.pinned);
    const arrivals = page.arrivals && change(page.arrivals);
    if (items === page.items && pinned === page.pinned && arrivals === page.arrivals) return page;
    changed = true;
    return { ...page, items, ...(pinned ? { pinned } : {}), ...(arrivals ? { arrivals } : {}) };
  });
  return changed ? { ...data, pages } : data;
}
