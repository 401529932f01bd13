import { type Ref, useState } from 'react';
import type { PostView, ThreadView } from '~/data/types';
import { Portrait } from '~/parts/Portrait';
import { Present } from '~/parts/Present';
import { PostContent } from '~/parts/posts/PostContent';
import { PostHeader } from '~/parts/posts/PostHeader';
import { PostMenu } from '~/parts/posts/PostMenu';
import { ReactionPicker } from '~/parts/posts/ReactionPicker';
import { useArrival } from '~/parts/threads/use-arrival';
import { classes } from '~/ui/classes';

/** One message. Who goes on speaking is not named again, but for assistive technology. */
export function Message(props: {
  post: PostView;
  thread: ThreadView;
  isContinued: boolean;
  isTarget: boolean;
  ref?: Ref<HTMLLIElement> | undefined;
}) {
  const { post, thread, isContinued, isTarget, ref } = props;
  const [isEditing, setEditing] = useState(false);
  const [isTapped, setTapped] = useState(false);
  const isMarked = useArrival(post.id, isTarget);
  return (
    <li
      ref={ref}
      id={`post-${post.id}`}
      className={classes(
        'group/reply relative -mx-2 grid scroll-mt-24 grid-cols-[2.25rem_minmax(0,1fr)] gap-x-2.5 rounded-md px-2 transition-colors',
        isContinued ? 'py-0.5' : 'pt-3 pb-0.5',
        isMarked && 'bg-accent-wash',
      )}
    >
      {isContinued ? (
        <span />
      ) : (
        <Present userId={post.author.id} isSilent>
          <Portrait person={post.author} size={36} />
        </Present>
      )}
      <div className="min-w-0">
        <div className={isContinued ? 'sr-only' : undefined}>
          <PostHeader post={post} />
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a tap only shows what assistive technology reaches anyway. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same. */}
        <div
          onClick={({ target }) => {
            if (!(target as Element).closest('a, button, input, textarea')) setTapped(!isTapped);
          }}
        >
          <PostContent
            post={post}
            communityId={thread.communityId}
            isEditing={isEditing}
            onEdited={() => setEditing(false)}
            foldable={!isTarget}
          />
        </div>
        {!post.deletedAt && !isEditing && (
          <div className={classes('reply-actions flex', !isTapped && 'coarse:not-focus-within:sr-only')}>
            <ReactionPicker post={post} />
            <PostMenu post={post} communityId={thread.communityId} onEdit={() => setEditing(true)} />
          </div>
        )}
      </div>
    </li>
  );
}
