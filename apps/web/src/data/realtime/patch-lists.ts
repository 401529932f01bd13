import type { InfiniteData } from '@tanstack/react-query';
import type { LogEvent } from '../events';
import type { ThreadSource } from '../keys';
import type { Page, PostView, Sort, ThreadView } from '../types';
import { byTopics } from './by-topics';
import { patchPosts } from './patch-post';
import { patchThread, withMine } from './patch-thread';
import { knows, mapLists, type ThreadPages, withReason } from './thread-pages';
import { belongsIn, type EventViewer } from './viewer';

type PostPages = InfiniteData<Page<PostView>, string | null>;

/** A list of threads after the event: those in it are patched in place, so nothing moves under the reader. */
export function patchThreadPages(
  data: ThreadPages,
  event: LogEvent,
  source: ThreadSource,
  sort: Sort,
  viewer: EventViewer,
): ThreadPages {
  if (event.type === 'membership.ended') {
    const left = event.data.userId === viewer.userId ? event.communityId : null;
    return left === null
      ? data
      : mapLists(data, (threads) => threads.filter((one) => one.communityId !== left));
  }
  if (event.type === 'thread.removed') return withoutThread(data, event.data.threadId);
  const patched = mapLists(data, (threads) => patchList(threads, event, source, viewer));
  if (event.type === 'thread.changed') return byTopics(patched, event.data, source, sort, viewer);
  if (event.type === 'thread.started') return withStarted(patched, event.data.thread, source, viewer);
  if (event.type === 'post.replied' && sort === 'activity')
    return withStirred(patched, event, source, viewer);
  return patched;
}

function patchList(threads: ThreadView[], event: LogEvent, source: ThreadSource, viewer: EventViewer) {
  let changed = false;
  const next = threads.map((thread) => {
    const patched = patchThread(thread, event, viewer);
    changed ||= patched !== thread;
    return patched;
  });
  if (!changed) return threads;
  const isQueue = 'feed' in source && source.feed === 'unanswered';
  return isQueue ? next.filter((thread) => thread.bestAnswerId === null) : next;
}

/** My own thread shows at once; others' wait behind the "3 new" line. */
function withStarted(data: ThreadPages, started: ThreadView, source: ThreadSource, viewer: EventViewer) {
  const [first, ...rest] = data.pages;
  if (!first || !belongsIn(source, started, viewer) || knows(data, started.id)) return data;
  const thread = withReason(withMine(started, viewer), source, viewer);
  const page =
    thread.author.id === viewer.userId
      ? { ...first, items: [thread, ...first.items] }
      : { ...first, arrivals: [thread, ...(first.arrivals ?? [])] };
  return { ...data, pages: [page, ...rest] };
}

function withoutThread(data: ThreadPages, id: string): ThreadPages {
  const others = mapLists(data, (threads) =>
    threads.some((one) => one.id === id) ? threads.filter((one) => one.id !== id) : threads,
  );
  const [first, ...rest] = others.pages;
  if (!first?.stirred?.includes(id)) return others;
  return { ...others, pages: [{ ...first, stirred: first.stirred.filter((one) => one !== id) }, ...rest] };
}

/** A reply in a thread that is not loaded: we have no thread to show, but can say that something is new. */
function withStirred(
  data: ThreadPages,
  event: Extract<LogEvent, { type: 'post.replied' }>,
  source: ThreadSource,
  viewer: EventViewer,
) {
  const [first, ...rest] = data.pages;
  const { id } = event.data.thread;
  const community = event.communityId;
  if (!first || !community || knows(data, id) || event.data.post.author.id === viewer.userId) return data;
  const fits =
    'community' in source ? source.community === community : 'feed' in source && source.feed === 'home';
  const isByTopic = viewer.followed(event.data.thread.topics).length > 0;
  if (!fits || ('feed' in source && !viewer.isMine(community) && !isByTopic)) return data;
  if (first.stirred?.includes(id)) return data;
  return { ...data, pages: [{ ...first, stirred: [...(first.stirred ?? []), id] }, ...rest] };
}

/** The posts of one thread. The first page holds the newest; a window around an old post gets no new ones. */
export function patchPostPages(
  data: PostPages,
  event: LogEvent,
  threadId: string,
  isWindow: boolean,
  viewer: EventViewer,
): PostPages {
  let changed = false;
  const pages = data.pages.map((page) => {
    const items = patchPosts(page.items, event, viewer);
    changed ||= items !== page.items;
    return items === page.items ? page : { ...page, items };
  });
  const next = changed ? { ...data, pages } : data;
  if (event.type !== 'post.replied' || event.data.thread.id !== threadId || isWindow) return next;
  const { post } = event.data;
  const [first, ...rest] = next.pages;
  if (!first || next.pages.some((page) => page.items.some((one) => one.id === post.id))) return next;
  const items = [...first.items, post].sort((a, b) => a.position - b.position);
  return { ...next, pages: [{ ...first, items }, ...rest] };
}
