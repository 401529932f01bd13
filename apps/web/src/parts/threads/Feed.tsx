import type { ReactNode } from 'react';
import type { ThreadSource } from '~/data/keys';
import { useUnsentThreads } from '~/data/outbox/use-outbox';
import { asProblem } from '~/data/problem';
import { useMyId } from '~/data/session';
import { showArrivals, useThreads } from '~/data/threads';
import type { Sort } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { FormProblem } from '../FormProblem';
import { LoadingThreads } from '../Loading';
import { MoreOnScroll } from '../MoreOnScroll';
import { ThreadCard } from './ThreadCard';
import { UnsentThread } from './UnsentThread';

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
  const pages = query.data?.pages ?? [];
  const pinned = pages[0]?.pinned ?? [];
  const isPinned = new Set(pinned.map((thread) => thread.id));
  const threads = [...pinned, ...pages.flatMap((page) => page.items).filter(({ id }) => !isPinned.has(id))];
  const waiting = (pages[0]?.arrivals?.length ?? 0) + (pages[0]?.stirred?.length ?? 0);
  const unsent = useUnsent(source, new Set(threads.flatMap((thread) => [thread.id, thread.post.id])));

  if (query.isPending) {
    return <LoadingThreads />;
  }
  return (
    <section aria-label={text('feed.label')}>
      {query.isError && <FormProblem problem={asProblem(query.error)} />}
      <div aria-live="polite" className="sticky top-2 z-20 flex justify-center">
        {waiting > 0 && (
          <Button
            look="primary"
            icon="up"
            className="my-2"
            onPress={() => {
              showArrivals(source, sort);
              window.scrollTo({ top: 0 });
            }}
          >
            <T id="feed.new" n={waiting} />
          </Button>
        )}
      </div>
      {unsent.map((one) => (
        <UnsentThread key={one.id} unsent={one} />
      ))}
      {threads.map((thread) => (
        <ThreadCard
          key={thread.id}
          thread={thread}
          showCommunity={!('community' in source)}
          mayReply={mayReply}
        />
      ))}
      {threads.length === 0 && unsent.length === 0 && !query.isError && empty}
      <MoreOnScroll query={query} />
    </section>
  );
}

/** My unsent threads belong at the top of Home and of their own community, and nowhere else. */
function useUnsent(source: ThreadSource, shown: ReadonlySet<string>) {
  const community = 'community' in source ? source.community : null;
  const isHere = community !== null || ('feed' in source && source.feed === 'home');
  const all = useUnsentThreads(useMyId(), community, shown);
  return isHere ? all : [];
}
