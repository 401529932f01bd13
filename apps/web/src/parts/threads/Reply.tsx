import { memo, type Ref, useState } from 'react';
import { useMyId } from '~/data/session';
import type { PostView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { classes } from '~/ui/classes';
import { Icon } from '~/ui/Icon';
import { noteNotOpened } from '~/ui/not-opened';
import { Portrait } from '../Portrait';
import { Present } from '../Present';
import { PostContent } from '../posts/PostContent';
import { PostHeader } from '../posts/PostHeader';
import { PostMenu } from '../posts/PostMenu';
import { ReactionPicker } from '../posts/ReactionPicker';
import { quotePost } from './quote';
import { useArrival } from './use-arrival';

/**
 * One reply, indented once under its thread. There may be thousands, so each is drawn anew only when something of its
 * own has changed.
 */
export const Reply = memo(function Reply(props: {
  post: PostView;
  communityId: string;
  /** The author of the reply it answers, where that is not simply the thread. */
  answersName?: string | undefined;
  isTarget?: boolean;
  /** Whether it answers the question, as whoever may say so has said. */
  isBest: boolean;
  mayReply: boolean;
  onReply(post: PostView): void;
  /** Says that it answers the question, or takes that back; missing where one may not. */
  onChoose?: ((post: PostView, isBest: boolean) => void) | undefined;
  ref?: Ref<HTMLLIElement>;
}) {
  const {
    post,
    communityId,
    answersName,
    isTarget = false,
    isBest,
    mayReply,
    onReply,
    onChoose,
    ref,
  } = props;
  const text = useText();
  const userId = useMyId();
  const [isEditing, setEditing] = useState(false);
  const isMarked = useArrival(post.id, isTarget);
  return (
    <li
      ref={ref}
      id={`post-${post.id}`}
      className={classes(
        'group/reply relative -mx-2 grid scroll-mt-24 grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2.5 rounded-md px-2 py-2 transition-colors',
        isMarked && 'bg-accent-wash',
      )}
    >
      <Present userId={post.author.id} isSilent>
        <Portrait person={post.author} size={28} />
      </Present>
      <div className="min-w-0">
        {isBest && (
          <p className="flex items-center gap-1 text-small font-medium text-success">
            <Icon name="tick" size={16} />
            <T id="thread.best-answer" />
          </p>
        )}
        <PostHeader post={post}>
          {answersName && (
            <>
              {' · '}
              <T id="post.answers" name={answersName} />
            </>
          )}
        </PostHeader>
        <PostContent
          post={post}
          communityId={communityId}
          isEditing={isEditing}
          onEdited={() => setEditing(false)}
          foldable={!isTarget}
        />
        {!post.deletedAt && !isEditing && (
          <div className="reply-actions flex flex-wrap items-center gap-x-2 coarse:-my-2">
            {mayReply && (
              <Button look="quiet" className="hoverable:mx-0! mr-0!" onPress={() => onReply(post)}>
                <T id="thread.reply" />
              </Button>
            )}
            <ReactionPicker post={post} />
            <PostMenu
              post={post}
              communityId={communityId}
              onEdit={() => setEditing(true)}
              more={() => [
                mayReply && {
                  id: 'quote',
                  icon: 'reply',
                  label: text('post.quote'),
                  onAction: () => void quotePost(userId, post).then(() => onReply(post), noteNotOpened),
                },
                onChoose && {
                  id: 'best',
                  icon: 'tick',
                  label: text(isBest ? 'thread.not-best' : 'thread.best'),
                  onAction: () => onChoose(post, !isBest),
                },
              ]}
            />
          </div>
        )}
      </div>
    </li>
  );
});
