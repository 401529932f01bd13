import type { LogEvent } from '../events';
import type { ThreadSource } from '../keys';
import type { Sort, ThreadView } from '../types';
import { withMine } from './patch-thread';
import { knows, mapLists, type ThreadPages, withReason } from './thread-pages';
import type { EventViewer } from './viewer';

type Changed = Extract<LogEvent, { type: 'thread.changed' }>['data'];

/** A thread that gained or lost a topic comes into the feeds of that topic, or leaves them. */
export function byTopics(
  data: ThreadPages,
  { thread, topics }: Changed,
  source: ThreadSource,
  sort: Sort,
  viewer: EventViewer,
): ThreadPages {
  if (!topics || !isByTopic(source, thread, viewer)) return data;
  if (!belongs(source, topics, viewer))
    return mapLists(data, (threads) =>
      threads.some((one) => one.id === thread.id) ? threads.filter((one) => one.id !== thread.id) : threads,
    );
  if (knows(data, thread.id))
    return mapLists(data, (threads) =>
      threads.map((one) => (one.id === thread.id ? withReason(one, source, viewer, topics) : one)),
    );
  return withNewcomer(data, withReason(withMine(thread, viewer), source, viewer, topics), sort);
}

/** Whether it is for its topics alone that it can be in this list. */
function isByTopic(source: ThreadSource, thread: ThreadView, viewer: EventViewer): boolean {
  if ('topic' in source) return true;
  return 'feed' in source && source.feed === 'home' && !viewer.isMine(thread.communityId);
}

const belongs = (source: ThreadSource, topics: readonly string[], viewer: EventViewer): boolean =>
  'topic' in source ? topics.includes(source.topic.toLowerCase()) : viewer.followed(topics).length > 0;

/** At its place when the list reaches that far; waiting behind the line when that is the top. */
function withNewcomer(data: ThreadPages, thread: ThreadView, sort: Sort): ThreadPages {
  const at = (one: ThreadView) => (sort === 'activity' ? one.activityAt : one.createdAt);
  const [first, ...rest] = data.pages;
  if (!first) return data;
  const top = first.items[0];
  if (!top || at(thread) > at(top))
    return { ...data, pages: [{ ...first, arrivals: [thread, ...(first.arrivals ?? [])] }, ...rest] };
  const index = data.pages.findIndex(({ items }) => items.some((one) => at(one) < at(thread)));
  if (index < 0) return data;
  const pages = data.pages.map((page, n) => {
    if (n !== index) return page;
    const place = page.items.findIndex((one) => at(one) < at(thread));
    return { ...page, items: page.items.toSpliced(place, 0, thread) };
  });
  return { ...data, pages };
}
