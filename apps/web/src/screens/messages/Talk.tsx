import { Link, useRouterState } from '@tanstack/react-router';
import { Fragment, useRef, useState } from 'react';
import { useUnsentReplies } from '~/data/outbox/use-outbox';
import { useMyId } from '~/data/session';
import { usePosts } from '~/data/threads';
import type { CommunityView, PostView, ThreadView } from '~/data/types';
import { useReading } from '~/data/use-reading';
import { T, useText } from '~/i18n/text';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { PostArrivals } from '~/parts/PostArrivals';
import { KeepInPlace } from '~/parts/threads/KeepInPlace';
import { UnsentReply } from '~/parts/threads/UnsentReply';
import { Button } from '~/ui/Button';
import { Sticks } from '~/ui/Sticks';
import { DayLine } from './DayLine';
import { dayOf, isContinued } from './grouping';
import { Message } from './Message';
import { MessageBox } from './MessageBox';
import { useNewestInView } from './use-newest-in-view';

/** What was said, day by day, down to the newest; what I had not seen when I came begins under a line. */
export function Talk(props: {
  community: CommunityView;
  thread: ThreadView;
  older: ThreadView[];
  /** Begun just now by the message that was written here: one goes on writing. */
  isBegun: boolean;
}) {
  const { community, thread, older, isBegun } = props;
  const myId = useMyId();
  const query = usePosts(thread.id);
  const posts = query.data?.pages.toReversed().flatMap((page) => page.items) ?? [];
  const unsent = useUnsentReplies(myId, thread.id, new Set(posts.map(({ id }) => id)));
  const [readUntil] = useState(thread.mine?.readPosition ?? Number.POSITIVE_INFINITY);
  const firstNew = posts.find(({ position, author }) => position > readUntil && author.id !== myId);
  const targetId = useRouterState({
    select: ({ location }) => /^post-(.+)$/u.exec(location.hash)?.[1] ?? null,
  });
  const newest = useRef<HTMLLIElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpening, setOpening] = useState(false);
  const view = useNewestInView(
    list,
    query.isSuccess,
    targetId ? `post-${targetId}` : firstNew && 'new-messages',
  );
  useReading(thread, newest, query.isSuccess);

  const earlier = {
    ...query,
    fetchNextPage: () => {
      setOpening(true);
      return query.fetchNextPage();
    },
  };
  return (
    <>
      <div ref={list} className="flex flex-1 flex-col justify-end pt-4">
        {query.hasNextPage && view.isPlaced && <MoreOnScroll query={earlier} />}
        {query.isSuccess && !query.hasNextPage && <Older threads={older} />}
        <KeepInPlace
          first={posts[0] && `post-${posts[0].id}`}
          isOpening={isOpening}
          onKept={() => setOpening(false)}
        >
          <ol>
            {posts.map((post, place) => (
              <Fragment key={post.id}>
                {dayOf(post) !== dayOf(posts[place - 1]) && <DayLine at={post.createdAt} />}
                {post.id === firstNew?.id && <NewLine />}
                <Message
                  ref={place === posts.length - 1 ? newest : undefined}
                  post={post}
                  thread={thread}
                  isContinued={post.id !== firstNew?.id && isContinued(post, posts[place - 1])}
                  isTarget={post.id === targetId}
                />
              </Fragment>
            ))}
            {unsent.map((one) => (
              <UnsentReply key={one.id} unsent={one} />
            ))}
          </ol>
        </KeepInPlace>
        {query.isSuccess && <PostArrivals posts={posts} as="message" />}
      </div>
      <div className="sticky bottom-14 z-10 mb-14 bg-paper md:bottom-0 md:mb-0">
        <Sticks to="bottom" />
        {!view.isAtEnd && (
          <div className="pointer-events-none absolute inset-x-0 -top-12 flex justify-center">
            <span className="pointer-events-auto rounded-full bg-paper p-0.5">
              <Button icon="down" onPress={view.toEnd}>
                <T id={(thread.mine?.unread ?? 0) > 0 ? 'messages.to-new' : 'messages.to-end'} />
              </Button>
            </span>
          </div>
        )}
        <MessageBox community={community} thread={thread} autoFocus={isBegun} onSent={view.toEnd} />
      </div>
    </>
  );
}

const NewLine = () => (
  <li
    id="new-messages"
    className="flex scroll-mt-24 items-center gap-3 pt-2 text-small font-medium text-signal-text"
  >
    <span aria-hidden className="h-px flex-1 bg-current opacity-40" />
    <T id="messages.new-line" />
  </li>
);

/** Older threads, from where one may still read on. */
function Older({ threads }: { threads: ThreadView[] }) {
  const text = useText();
  if (threads.length === 0) return null;
  return (
    <section aria-labelledby="earlier" className="pb-4">
      <h2 id="earlier" className="text-small font-medium text-quiet">
        <T id="messages.earlier" />
      </h2>
      <ul>
        {threads.map(({ id, title, post }) => (
          <li key={id}>
            <Link
              to="/threads/$threadId"
              params={{ threadId: id }}
              className="touchable flex items-center truncate text-quiet hover:text-ink"
            >
              {title || beginningOf(post) || text('messages.earlier')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const beginningOf = ({ body }: PostView): string => body.slice(0, 80);
