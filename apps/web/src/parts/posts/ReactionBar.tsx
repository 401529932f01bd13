import { useReact, useReactions, useWhoReacted } from '~/data/reactions';
import type { ReactionWish } from '~/data/reactions-shown';
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
  const { reactions, mine, failed, isWishing } = useReactions(post);
  const isConcerned = isWishing || failed !== null;
  if (reactions.length === 0 && !isConcerned) return null;
  return (
    <>
      {reactions.length > 0 && <Reactions post={post} reactions={reactions} mine={mine} />}
      {/* There before it says something, so that it is heard. */}
      {isConcerned && <div role="status">{failed && <NotArrived post={post} wish={failed} />}</div>}
    </>
  );
}

/** The count is as it was: why, and once more on request. */
function NotArrived({ post, wish }: { post: PostView; wish: ReactionWish }) {
  const react = useReact(post);
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-small text-danger">
      <T id={wish.add ? 'reaction.not-arrived' : 'reaction.not-taken-back'} emoji={wish.emoji} />
      <Button look="quiet" className="mx-0!" onPress={() => react(wish)}>
        <T id="error.again" />
      </Button>
    </p>
  );
}

function Reactions({
  post,
  reactions,
  mine,
}: {
  post: PostView;
  reactions: Reaction[];
  mine: readonly string[];
}) {
  const react = useReact(post);
  const [isOpen, setOpen] = useKept(`reactions ${post.id}`, false);
  const few = reactions.filter(({ emoji }, place) => place < SHOWN || mine.includes(emoji));
  const hidden = reactions.length - few.length;
  const shown = isOpen ? reactions : few;
  return (
    <div className="flex flex-wrap gap-1.5 pt-1">
      {shown.map((reaction) => (
        <ReactionButton
          key={reaction.emoji}
          postId={post.id}
          reaction={reaction}
          isMine={mine.includes(reaction.emoji)}
          onReact={react}
        />
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
  postId: string;
  reaction: Reaction;
  isMine: boolean;
  onReact(wish: ReactionWish): void;
}) {
  const { postId, reaction, isMine, onReact } = props;
  const text = useText();
  const { emoji, count } = reaction;
  return (
    <Tip words={() => <WhoReacted postId={postId} emoji={emoji} />}>
      <BareButton
        aria-pressed={isMine}
        aria-label={text('reaction.count', { emoji, n: count })}
        onPress={() => onReact({ emoji, add: !isMine })}
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
