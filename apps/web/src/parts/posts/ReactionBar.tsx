import { useReact, useWhoReacted } from '~/data/post-actions';
import type { PostView, Reaction } from '~/data/types';
import { useText } from '~/i18n/text';
import { BareButton } from '~/ui/Button';
import { classes } from '~/ui/classes';
import { Tip } from '~/ui/Tip';

/** What people felt about a post. A press adds mine or takes it back; a look says who. */
export function ReactionBar({ post }: { post: PostView }) {
  if (post.reactions.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1.5 pt-1">
      {post.reactions.map((reaction) => (
        <ReactionButton key={reaction.emoji} post={post} reaction={reaction} />
      ))}
    </div>
  );
}

function ReactionButton({ post, reaction }: { post: PostView; reaction: Reaction }) {
  const text = useText();
  const react = useReact();
  const { emoji, count } = reaction;
  const isMine = post.mine?.reactions.includes(emoji) ?? false;
  return (
    <Tip words={() => <WhoReacted postId={post.id} emoji={emoji} />}>
      <BareButton
        aria-pressed={isMine}
        aria-label={text('reaction.count', { emoji, n: count })}
        onPress={() => react.mutate({ post, emoji, add: !isMine })}
        className={classes(
          'touchable inline-flex items-center gap-1.5 rounded-full border px-2 text-small tabular-nums transition-colors',
          isMine ? 'border-accent bg-accent-wash' : 'border-line hover:border-edge',
        )}
      >
        <span className="text-body leading-none">{emoji}</span>
        {count}
      </BareButton>
    </Tip>
  );
}

const NAMED = 8;

function WhoReacted({ postId, emoji }: { postId: string; emoji: string }) {
  const text = useText();
  const { data } = useWhoReacted(postId, true);
  const users = data?.items.find((one) => one.emoji === emoji)?.users;
  if (!users) return text('loading');
  const names = users.slice(0, NAMED).map((user) => user.name);
  return text('reaction.who', { names: names.join(', '), more: users.length - names.length });
}
