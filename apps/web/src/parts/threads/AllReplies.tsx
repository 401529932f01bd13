import { type ComponentProps, useEffect, useMemo, useState } from 'react';
import { usePosts } from '~/data/threads';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { useKept } from '../use-kept';
import { KeepInPlace } from './KeepInPlace';
import { Replies } from './Replies';
import { useInPortions } from './use-in-portions';

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
  const { around, thread, targetId, isUnfolded = false } = props;
  /** From then on what is not there yet comes above. */
  const [isOpening, setOpening] = useState(isUnfolded);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = usePosts(thread.id, around);
  const pages = data?.pages;
  const posts = useMemo(
    () =>
      pages
        ?.toReversed()
        .flatMap((page) => page.items)
        .filter((post) => post.id !== thread.post.id),
    [pages, thread.post.id],
  );
  const known = posts ?? thread.latest;
  const earlier = thread.replyCount - known.length;
  // Whoever comes back finds the page as high as it was.
  const [wasWhole, noteWhole] = useKept(`drawn ${thread.id}`, false);
  const target = known.findIndex(({ id }) => id === targetId);
  const from = isOpening ? null : Math.max(0, target);
  const shown = useInPortions(known, { isAtOnce: wasWhole, from });
  const isWhole = posts !== undefined && shown.length === posts.length;
  useEffect(() => {
    if (isWhole && !wasWhole) noteWhole(true);
  }, [isWhole, wasWhole, noteWhole]);

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
      <KeepInPlace first={shown[0] && `post-${shown[0].id}`} isOpening={isOpening || target >= 0}>
        <Replies
          {...props}
          posts={shown}
          isWholeShown={isWhole && around === undefined}
          // A feed measures its threads, and keeps the reader's place by itself.
          isLong={!isUnfolded && thread.replyCount > MANY}
        />
      </KeepInPlace>
    </>
  );
}
