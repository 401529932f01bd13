import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useReact } from '~/data/post-actions';
import type { PostView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { IconButton } from '~/ui/Button';
import { Popover } from '~/ui/Popover';
import { TextField } from '~/ui/TextField';
import { commonEmoji, isEmoji, quickEmoji } from './emoji';

/** Add a reaction: six at hand, a page of common ones, and a field for any other the keyboard can make. */
export function ReactionPicker({ post }: { post: PostView }) {
  const text = useText();
  const react = useReact();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');

  function choose(emoji: string) {
    const isMine = post.mine?.reactions.includes(emoji) ?? false;
    react.mutate({ post, emoji, add: !isMine });
    setTyped('');
    setOpen(false);
  }

  const button = (emoji: string) => (
    <AriaButton
      key={emoji}
      onPress={() => choose(emoji)}
      className="touchable flex size-9 items-center justify-center rounded-md text-lead hover:bg-wash"
    >
      {emoji}
    </AriaButton>
  );

  return (
    <Popover
      label={text('reaction.add')}
      trigger={<IconButton icon="react" label={text('reaction.add')} />}
      isOpen={isOpen}
      onOpenChange={setOpen}
    >
      <div className="flex border-b border-line pb-1">{quickEmoji.map(button)}</div>
      <div className="grid max-h-44 grid-cols-6 overflow-y-auto py-1">{commonEmoji.map(button)}</div>
      <TextField
        label={<T id="reaction.other" />}
        value={typed}
        onChange={(value) => (isEmoji(value.trim()) ? choose(value.trim()) : setTyped(value))}
        className="w-54 px-1 pb-1"
      />
    </Popover>
  );
}
