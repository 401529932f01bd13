import { useMyId } from '~/data/session';
import { useBookmark, useChangeThread, useFollowThread } from '~/data/thread-actions';
import type { ThreadView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { noteNotOpened } from '~/ui/not-opened';
import { useMayAnnounce, usePostRights } from '../posts/may';
import { PostMenu } from '../posts/PostMenu';
import { ReactionPicker } from '../posts/ReactionPicker';
import { quotePost } from './quote';

/** Under an opening post: quiet words, and the rest behind "more". */
export function ThreadActions(props: {
  thread: ThreadView;
  onReply(): void;
  onEdit(): void;
  mayReply: boolean;
}) {
  const { thread, onReply, onEdit, mayReply } = props;
  const text = useText();
  const userId = useMyId();
  const bookmark = useBookmark();
  const follow = useFollowThread();
  const change = useChangeThread();
  const { mayModerate } = usePostRights(thread.post, thread.communityId);
  const mayAnnounce = useMayAnnounce(thread.communityId);
  const { bookmarked = false, follow: following = null } = thread.mine ?? {};
  const isFollowing = following === 'following';
  const isMuted = following === 'muted';
  return (
    <div className="flex flex-wrap items-center gap-x-3 pt-1 coarse:-my-1 coarse:pt-0">
      {mayReply && (
        <Button look="quiet" icon="reply" data-key="r" onPress={onReply}>
          <T id="thread.reply" />
        </Button>
      )}
      <ReactionPicker post={thread.post} />
      <Button
        look="quiet"
        icon="bookmark"
        data-key="b"
        aria-pressed={bookmarked}
        aria-label={text(bookmarked ? 'thread.unbookmark' : 'thread.bookmark')}
        className={bookmarked ? 'mx-0! text-accent! [&_path]:fill-current' : 'mx-0!'}
        onPress={() => bookmark(thread, !bookmarked)}
      />
      <PostMenu
        post={thread.post}
        communityId={thread.communityId}
        onEdit={onEdit}
        more={() => [
          mayReply && {
            id: 'quote',
            icon: 'reply',
            label: text('post.quote'),
            onAction: () => void quotePost(userId, thread.post).then(onReply, noteNotOpened),
          },
          {
            id: 'follow',
            icon: 'bell',
            label: text(isFollowing ? 'thread.unfollow' : 'thread.follow'),
            onAction: () => follow(thread, isFollowing ? null : 'following'),
          },
          {
            id: 'mute',
            icon: 'muted',
            label: text(isMuted ? 'thread.unmute' : 'thread.mute'),
            onAction: () => follow(thread, isMuted ? null : 'muted'),
          },
          mayAnnounce &&
            thread.kind === 'announcement' && {
              id: 'ask',
              icon: 'tick',
              label: text(thread.asksAcknowledgement ? 'acknowledge.stop' : 'acknowledge.ask'),
              onAction: () => change(thread, { asksAcknowledgement: !thread.asksAcknowledgement }),
            },
          mayModerate && {
            id: 'pin',
            icon: 'pin',
            label: text(thread.pinned ? 'thread.unpin' : 'thread.pin'),
            onAction: () => change(thread, { pinned: !thread.pinned }),
          },
          mayModerate && {
            id: 'close',
            icon: thread.closed ? 'open' : 'closed',
            label: text(thread.closed ? 'thread.reopen' : 'thread.close'),
            onAction: () => change(thread, { closed: !thread.closed }),
          },
        ]}
      />
    </div>
  );
}
