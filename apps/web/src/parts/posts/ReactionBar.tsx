import { useReact, useWhoReacted } from '~/data/post-actions';
import type { PostView, Reaction } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { BareButton, Button } from '~/ui/Button';
import { classes } from '~/ui/classes';
import { Tip } from '~/ui/Tip';
import { useKept } from '../use-kept';

/** So many kinds say what most felt; who wants to see fifty asks for them. */
const SHOWN = 12;

/** What people felt about a post. A press adds mine or takes it back; a look says who. */
export function ReactionBar({ post }: { post: PostView }) {
  if (post.reactions.length === 0) return null;
  return <Reactions post={post} />;
}

function Reactions({ post }: { post: PostView }) {
  const { mutate } = useReact();
  const [isOpen, setOpen] = useKept(`reactions ${post.id}`, false);
  const { reactions, mine } = post;
  const few = reactions.filter(({ emoji }, place) => place < SHOWN || mine?.reactions.includes(emoji));
  const hidden = reactions.length - few.length;
  const shown = isOpen ? reactions : few;
  return (
    <div className="flex flex-wrap gap-1.5 pt-1">
      {shown.map((reaction) => (
        <ReactionButton key={reaction.emoji} post={post} reaction={reaction} onReact={mutate} />
      ))}
      {hidden > 0 && (
        <Button look="quiet" className="mx-0!" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? <T id="reaction.fewer" /> : <T id="reaction.more" n={hidden} />}
        </Button>
      )}
    </div>
  );
}

function ReactionButton(props: {
  post: PostView;
  reaction: Reaction;
  onReact(change: { post: PostView; emoji: string; add: boolean }): void;
}) {
  const { post, reaction, onReact } = props;
  const text = useText();
  const { emoji, count } = reaction;
  const isMine = post.mine?.reactions.includes(emoji) ?? false;
  return (
    <Tip words={() => <WhoReacted postId={post.id} emoji={emoji} />}>
      <BareButton
        aria-pressed={isMine}
        aria-label={text('reaction.count', { emoji, n: count })}
        onPress={() => onReact({ post, emoji, add: !isMine })}
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
