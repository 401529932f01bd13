import { isEmpty } from '~/data/drafts/drafts';
import { inCommunity } from '~/data/drafts/places';
import { sayTyping } from '~/data/realtime/realtime';
import type { CommunityView, ThreadView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { TypingLine } from '~/parts/threads/TypingLine';
import { KeptText } from '~/parts/writing/KeptText';
import { useWriting } from '~/parts/writing/use-writing';
import { useWritingForm } from '~/parts/writing/use-writing-form';
import { WritingBox } from '~/parts/writing/WritingBox';

/** Always there, under the newest message: no kinds, no titles. Without a thread it begins one. */
export function MessageBox(props: {
  community: CommunityView;
  thread?: ThreadView;
  /** The first message is still on its way: a second one would begin another thread. */
  isWaiting?: boolean;
  autoFocus?: boolean;
  onSent?(): void;
}) {
  const { community, thread, isWaiting = false, autoFocus = false, onSent } = props;
  const text = useText();
  // Of the conversation, not of its thread: what is typed while the first message is sent stays where it is.
  const place = inCommunity(community.id);
  const writing = useWriting(place, thread ? { threadId: thread.id } : { communityId: community.id });
  const { isFocused, send, form } = useWritingForm(() => {
    const isSent = !isWaiting && writing.submit();
    if (isSent) onSent?.();
    return isSent;
  });
  if (!community.mayPost || thread?.closed) {
    return (
      <>
        <KeptText place={place} reason={thread?.closed ? 'kept.closed' : 'kept.forbidden'} />
        <p className="border-t border-line py-3 text-quiet">
          <T id="messages.over" />
        </p>
      </>
    );
  }
  return (
    <form {...form} className="border-t border-line pt-2 pb-1 outline-none">
      <div className="rounded-md border border-edge px-3 py-1 focus-within:border-accent">
        <WritingBox
          writing={writing}
          label={text('messages.write')}
          placeholder={text('messages.write')}
          send={text('messages.send')}
          onWriting={() => thread && sayTyping(thread.id)}
          onSend={send}
          communityId={community.id}
          isOpen={isFocused || !isEmpty(writing.draft)}
          lines={1}
          autoFocus={autoFocus || matchMedia('(pointer: fine)').matches}
        />
      </div>
      {thread ? <TypingLine thread={thread} /> : <div className="h-5" />}
    </form>
  );
}
