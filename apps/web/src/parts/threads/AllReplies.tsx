import { type ComponentProps, useDeferredValue, useMemo, useState } from 'react';
import { usePosts } from '~/data/threads';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { KeepInPlace } from './KeepInPlace';
import { Replies } from './Replies';

/** More than anybody has on the screen. */
const MANY = 60;

/** Every reply, newest page first; earlier ones open in place, above, and nothing jumps. */
export function AllReplies(
  props: Omit<ComponentProps<typeof Replies>, 'posts' | 'isWholeShown' | 'isLong'> & {
    around?: string | undefined;
    /** Opened in a feed by a press, while its newest replies were on the page. */
    isUnfolded?: boolean;
  },
) {
  const { around, thread, isUnfolded = false } = props;
  const [isOpening, setOpening] = useState(isUnfolded);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = usePosts(thread.id, around);
  // In slices: a hundred at once would hold up whoever types or scrolls meanwhile.
  const pages = useDeferredValue(data?.pages);
  const posts = useMemo(
    () =>
      pages
        ?.toReversed()
        .flatMap((page) => page.items)
        .filter((post) => post.id !== thread.post.id),
    [pages, thread.post.id],
  );
  const shown = posts ?? thread.latest;
  const earlier = thread.replyCount - shown.length;

  return (
    <>
      {hasNextPage && earlier > 0 && (
        <Button
          look="quiet"
          icon="up"
          className="my-1 self-start"
          isPending={isFetchingNextPage}
          onPress={() => {
            setOpening(true);
            void fetchNextPage();
          }}
        >
          <T id="thread.earlier" n={earlier} />
        </Button>
      )}
      <KeepInPlace
        first={shown[0] && `post-${shown[0].id}`}
        isOpening={isOpening}
        onKept={() => setOpening(false)}
      >
        <Replies
          {...props}
          posts={shown}
          isWholeShown={posts !== undefined && around === undefined}
          // A feed measures its threads, and keeps the reader's place by itself.
          isLong={!isUnfolded && thread.replyCount > MANY}
        />
      </KeepInPlace>
    </>
  );
}
