import { useState } from 'react';
import { useReact, useReactions } from '~/data/reactions';
import type { PostView } from '~/data/types';
import { useText } from '~/i18n/text';
import { BareButton } from '~/ui/Button';
import { inputLook } from '~/ui/Field';
import { Popover } from '~/ui/Popover';
import { commonEmoji, isEmoji, quickEmoji } from './emoji';

/** Add a reaction: six at hand, a page of common ones, and a field for any other the keyboard can make. */
export function ReactionPicker({ post }: { post: PostView }) {
  const text = useText();
  return (
    <Popover icon="react" label={text('reaction.add')}>
      {(close) => <Choices post={post} onChosen={close} />}
    </Popover>
  );
}

function Choices({ post, onChosen }: { post: PostView; onChosen(): void }) {
  const text = useText();
  const react = useReact(post);
  const { mine } = useReactions(post);
  const [typed, setTyped] = useState('');

  function choose(emoji: string) {
    react({ emoji, add: !mine.includes(emoji) });
    onChosen();
  }

  const button = (emoji: string) => (
    <BareButton
      key={emoji}
      onPress={() => choose(emoji)}
      className="touchable flex size-9 items-center justify-center rounded-md text-lead hover:bg-wash"
    >
      {emoji}
    </BareButton>
  );

  return (
    <>
      <div className="flex border-b border-line pb-1">{quickEmoji.map(button)}</div>
      <div className="grid max-h-44 grid-cols-6 overflow-y-auto py-1">{commonEmoji.map(button)}</div>
      <input
        aria-label={text('reaction.other')}
        placeholder={text('reaction.other')}
        value={typed}
        onChange={({ target: { value } }) => (isEmoji(value.trim()) ? choose(value.trim()) : setTyped(value))}
        className={inputLook}
      />
    </>
  );
}
