import { type Ref, useState } from 'react';
import { useChangeThread } from '~/data/thread-actions';
import type { PostView, ThreadView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { classes } from '~/ui/classes';
import { Icon } from '~/ui/Icon';
import { Portrait } from '../Portrait';
import { Present } from '../Present';
import { usePostRights } from '../posts/may';
import { PostContent } from '../posts/PostContent';
import { PostHeader } from '../posts/PostHeader';
import { PostMenu } from '../posts/PostMenu';
import { ReactionPicker } from '../posts/ReactionPicker';
import { useArrival } from './use-arrival';

/** One reply, indented once under its thread. */
export function Reply(props: {
  post: PostView;
  thread: ThreadView;
  /** The author of the reply it answers, where that is not simply the thread. */
  answersName?: string | undefined;
  isTarget?: boolean;
  mayReply: boolean;
  onReply(): void;
  ref?: Ref<HTMLLIElement>;
}) {
  const { post, thread, answersName, isTarget = false, mayReply, onReply, ref } = props;
  const text = useText();
  const change = useChangeThread();
  const [isEditing, setEditing] = useState(false);
  const { mayModerate } = usePostRights(post, thread.communityId);
  const { isMine: isMyQuestion } = usePostRights(thread.post, thread.communityId);
  const isMarked = useArrival(post.id, isTarget);
  const isBest = thread.bestAnswerId === post.id;
  const mayChoose = thread.kind === 'question' && (isMyQuestion || mayModerate) && !post.deletedAt;
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
          communityId={thread.communityId}
          isEditing={isEditing}
          onEdited={() => setEditing(false)}
          foldable={!isTarget}
        />
        {!post.deletedAt && !isEditing && (
          <div className="reply-actions flex flex-wrap items-center gap-x-2 coarse:-my-2">
            {mayReply && (
              <Button look="quiet" className="hoverable:mx-0! mr-0!" onPress={onReply}>
                <T id="thread.reply" />
              </Button>
            )}
            <ReactionPicker post={post} />
            <PostMenu
              post={post}
              communityId={thread.communityId}
              onEdit={() => setEditing(true)}
              more={[
                mayChoose && {
                  id: 'best',
                  icon: 'tick',
                  label: text(isBest ? 'thread.not-best' : 'thread.best'),
                  onAction: () =>
                    change.mutate({ thread, change: { bestAnswerId: isBest ? null : post.id } }),
                },
              ]}
            />
          </div>
        )}
      </div>
    </li>
  );
}
