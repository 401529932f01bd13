import { useMarkRead } from '~/data/thread-actions';
import type { MyThread, ThreadView } from '~/data/types';
import { useText } from '~/i18n/text';
import { BareButton } from '~/ui/Button';

/** The small filled ring says that something is new; a press says that I have seen it. */
export function MarkReadButton({ thread, mine }: { thread: ThreadView; mine: MyThread }) {
  const text = useText();
  const markRead = useMarkRead();
  return (
    <BareButton
      data-key="e"
      aria-label={text('thread.mark-read', { n: mine.unread })}
      className="touchable inline-flex items-center justify-center rounded-full hover:bg-wash"
      onPress={() => markRead(thread, mine.lastPosition)}
    >
      <span aria-hidden className="size-2 rounded-full bg-signal" />
    </BareButton>
  );
}
