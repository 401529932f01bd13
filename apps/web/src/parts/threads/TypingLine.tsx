import { useEffect, useState } from 'react';
import { useWatchThread } from '~/data/realtime/realtime';
import { useTypists } from '~/data/realtime/typing';
import type { ThreadView } from '~/data/types';
import { useText } from '~/i18n/text';
import { classes } from '~/ui/classes';

/** Who else is writing here. Its line is always there, so that nothing moves; the words fade in and out of it. */
export function TypingLine({ thread }: { thread: ThreadView }) {
  const text = useText();
  const names = useTypists(thread.id);
  const [last, setLast] = useState(names);
  useWatchThread(thread.id);
  useEffect(() => {
    if (names.length > 0) setLast(names);
  }, [names]);
  const isSaid = names.length > 0;
  return (
    <p className="h-5 truncate pl-[2.375rem] text-small leading-5 text-quiet">
      <span
        aria-hidden
        className={classes('transition-opacity duration-(--quick)', isSaid ? 'opacity-100' : 'opacity-0')}
      >
        {typing(text, isSaid ? names : last)}
      </span>
      <span className="sr-only" aria-live="polite">
        {typing(text, names)}
      </span>
    </p>
  );
}

function typing(text: ReturnType<typeof useText>, [first, second, third]: readonly string[]): string {
  if (first === undefined) return '';
  if (second === undefined) return text('typing.one', { name: first });
  if (third === undefined) return text('typing.two', { name: first, other: second });
  return text('typing.many');
}
