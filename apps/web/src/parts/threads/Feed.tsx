import { type ReactNode, useMemo } from 'react';
import type { ThreadSource } from '~/data/keys';
import { useUnsentThreads } from '~/data/outbox/use-outbox';
import { useMyId } from '~/data/session';
import { showArrivals, useThreads } from '~/data/threads';
import type { Sort, ThreadPage, ThreadView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { Arrivals } from '../Arrivals';
import { focusWhenThere } from '../focus-when-there';
import { LoadingThreads } from '../Loading';
import { MoreOnScroll } from '../MoreOnScroll';
import { ReadProblem } from '../ReadProblem';
import { EndOfFeed } from './EndOfFeed';
import { UnsentThread } from './UnsentThread';
import { VirtualThreads } from './VirtualThreads';

/** A list of threads, read down as far as one likes. What is new waits behind one line at the top. */
export function Feed(props: {
  source: ThreadSource;
  sort?: Sort;
  mayReply?: boolean;
  /** What to say when there is nothing. */
  empty: ReactNode;
}) {
  const { source, sort = 'activity', mayReply = true, empty } = props;
  const text = useText();
  const query = useThreads(source, sort);
  const [first] = query.data?.pages ?? [];
  const threads = useMemo(() => threadsOf(query.data?.pages ?? []), [query.data]);
  const waiting = (first?.arrivals?.length ?? 0) + (first?.stirred?.length ?? 0);
  const ids = useMemo(() => new Set(threads.flatMap((thread) => [thread.id, thread.post.id])), [threads]);
  const unsent = useUnsent(source, ids);

  /** To the top, where they are; the button goes, so the focus goes to the first of them. */
  const showNew = () => {
    const [newest] = first?.arrivals ?? [];
    showArrivals(source, sort);
    window.scrollTo({ top: 0 });
    focusWhenThere(newest ? `[data-thread="${newest.id}"]` : '[aria-posinset="1"]');
  };

  if (query.isPending) {
    return <LoadingThreads />;
  }
  const isEmpty = threads.length === 0 && unsent.length === 0;
  const isWhole = !query.hasNextPage && !query.isError;
  return (
    <section aria-label={text('feed.label')}>
      <ReadProblem query={query} />
      {/* Takes no room of its own: when it appears, nothing moves. */}
      <Arrivals total={waiting} say={() => text('feed.new', { n: waiting })} />
      <div className="sticky top-2 z-20 flex h-0 justify-center overflow-visible">
        {waiting > 0 && (
          <span className="h-max rounded-full bg-paper p-0.5">
            <Button look="primary" icon="up" onPress={showNew}>
              <T id="feed.new" n={waiting} />
            </Button>
          </span>
        )}
      </div>
      {unsent.map((one) => (
        <UnsentThread key={one.id} unsent={one} />
      ))}
      {threads.length > 0 && (
        <VirtualThreads
          threads={threads}
          isWhole={isWhole}
          isLoading={query.isFetchingNextPage}
          showCommunity={!('community' in source)}
          mayReply={mayReply}
        />
      )}
      {isEmpty && !query.isError && empty}
      {isWhole && !isEmpty ? <EndOfFeed threads={threads.length} /> : <MoreOnScroll query={query} />}
    </section>
  );
}

/** Pinned ones first, and each once: one that moved up while a page was read stands where it was met first. */
function threadsOf(pages: ThreadPage[]): ThreadView[] {
  const all = [...(pages[0]?.pinned ?? []), ...pages.flatMap((page) => page.items)];
  const seen = new Set<string>();
  return all.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** My unsent threads belong at the top of Home and of their own community, and nowhere else. */
function useUnsent(source: ThreadSource, shown: ReadonlySet<string>) {
  const community = 'community' in source ? source.community : null;
  const isHere = community !== null || ('feed' in source && source.feed === 'home');
  const all = useUnsentThreads(useMyId(), community, shown);
  return isHere ? all : [];
}
