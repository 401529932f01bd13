import type { ComponentProps } from 'react';
import { usePosts } from '~/data/threads';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { Replies } from './Replies';

/** Every reply, newest page first; earlier ones open in place, above, and nothing jumps. */
export function AllReplies(
  props: Omit<ComponentProps<typeof Replies>, 'posts' | 'isWholeShown'> & { around?: string | undefined },
) {
  const { around, thread } = props;
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = usePosts(thread.id, around);
  const posts = data?.pages
    .toReversed()
    .flatMap((page) => page.items)
    .filter((post) => post.id !== thread.post.id);
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
          onPress={() => void fetchNextPage()}
        >
          <T id="thread.earlier" n={earlier} />
        </Button>
      )}
      <Replies {...props} posts={shown} isWholeShown={posts !== undefined && around === undefined} />
    </>
  );
}
