import { type Range, useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { ThreadView } from '~/data/types';
import { useText } from '~/i18n/text';
import { useKept } from '../use-kept';
import { indexesToShow } from './indexes-to-show';
import { ThreadCard } from './ThreadCard';
import { useDistanceToTop } from './use-distance-to-top';
import { useGradually } from './use-gradually';

/** Until a thread was drawn once: about what they are high. */
const GUESSED_HEIGHT = 240;

/**
 * Threads of which only those near the reader are in the page, so that five thousand scroll as easily as five.
 * What changes above the reader never moves what they look at; coming back finds every height as it was.
 */
export function VirtualThreads(props: {
  threads: ThreadView[];
  /** Whether these are all: else how many there are is not known yet. */
  isWhole: boolean;
  isLoading: boolean;
  showCommunity: boolean;
  mayReply: boolean;
}) {
  const { threads, isWhole, isLoading, showCommunity, mayReply } = props;
  const text = useText();
  const list = useRef<HTMLDivElement>(null);
  const margin = useDistanceToTop(list);
  const [heights, keepHeights] = useKept<VirtualItem[]>('heights', []);
  const extract = useCallback((range: Range) => indexesToShow(range, list.current), []);
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    count: threads.length,
    estimateSize: () => GUESSED_HEIGHT,
    getItemKey: (index) => threads[index]?.id ?? index,
    scrollMargin: margin,
    overscan: 4,
    // Known before anything is drawn, so that the first threads are drawn with the rest of the page.
    initialRect: { width: innerWidth, height: innerHeight },
    useFlushSync: false,
    initialMeasurementsCache: heights,
    rangeExtractor: extract,
  });
  const shown = useGradually(virtualizer.getVirtualItems());
  useSteadyPlace(threads, virtualizer);
  const atEnd = useRef(() => {});
  atEnd.current = () => keepHeights(virtualizer.takeSnapshot());
  useLayoutEffect(() => () => atEnd.current(), []);

  return (
    <div
      ref={list}
      role="feed"
      aria-label={text('feed.label')}
      aria-busy={isLoading}
      className="relative [overflow-anchor:none]"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {shown.map(({ key, index }) => {
        const thread = threads[index];
        // One that is drawn but no longer wanted stands where it stood.
        const top = (virtualizer.measurementsCache[index]?.start ?? 0) - margin;
        return (
          thread && (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className="absolute inset-x-0 [contain:layout_style]"
              style={{ top }}
            >
              <ThreadCard
                thread={thread}
                showCommunity={showCommunity}
                mayReply={mayReply}
                place={index + 1}
                places={isWhole ? threads.length : -1}
              />
            </div>
          )
        );
      })}
    </div>
  );
}

/** When threads come or go above, the page scrolls by as much: the thread at the top of the window stays there. */
function useSteadyPlace(
  threads: ThreadView[],
  virtualizer: ReturnType<typeof useWindowVirtualizer<HTMLElement>>,
): void {
  const before = useRef<{ threads: ThreadView[]; id: string; from: number } | null>(null);
  const seen = before.current;
  const index = seen && seen.threads !== threads ? threads.findIndex(({ id }) => id === seen.id) : -1;

  useLayoutEffect(() => {
    if (index >= 0 && seen && window.scrollY > 0) {
      const start = virtualizer.measurementsCache[index]?.start;
      if (start !== undefined && start !== seen.from) window.scrollBy({ top: start - seen.from });
    }
  });
  useLayoutEffect(() => {
    const top = virtualizer.getVirtualItemForOffset(virtualizer.scrollOffset ?? 0);
    const thread = top && threads[top.index];
    before.current = thread ? { threads, id: thread.id, from: top.start } : null;
  });
}
