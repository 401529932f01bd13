import type { RefObject } from 'react';
import { isEmpty } from '~/data/drafts/drafts';
import { inThread } from '~/data/drafts/places';
import { sayTyping } from '~/data/realtime/realtime';
import { useSession } from '~/data/session';
import type { PostView, ThreadView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { IconButton } from '~/ui/Button';
import { Portrait } from '../Portrait';
import { useWriting } from '../writing/use-writing';
import { useWritingForm } from '../writing/use-writing-form';
import { WritingBox } from '../writing/WritingBox';
import type { WritingHandle } from '../writing/writing-handle';

/** Where one answers. A line until there is something in it; the draft waits here for days if need be. */
export function ReplyBox(props: {
  thread: ThreadView;
  replyTo: PostView | null;
  onForgetReplyTo(): void;
  area: RefObject<WritingHandle | null>;
  autoFocus?: boolean;
}) {
  const { thread, replyTo, onForgetReplyTo, area, autoFocus } = props;
  const text = useText();
  const { user } = useSession();
  const writing = useWriting(inThread(thread.id), { threadId: thread.id });
  const { isFocused, send, form } = useWritingForm(() => {
    const isSent = writing.submit({ replyTo: replyTo?.id ?? null });
    if (isSent) onForgetReplyTo();
    return isSent;
  });
  const isOpen = isFocused || !isEmpty(writing.draft);

  return (
    <form {...form} className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2.5 pt-2 outline-none">
      <Portrait person={user} size={28} />
      <div className="min-w-0 border-b border-edge pb-1 focus-within:border-accent">
        {replyTo && (
          <p className="flex items-center gap-1 text-small text-quiet">
            <T id="post.answers" name={replyTo.author.name} />
            <IconButton icon="cross" label={text('reply.forget')} onPress={onForgetReplyTo} />
          </p>
        )}
        <WritingBox
          writing={writing}
          handle={area}
          label={text('reply.label')}
          placeholder={text('reply.placeholder')}
          send={text('reply.send')}
          onWriting={() => sayTyping(thread.id)}
          onSend={send}
          communityId={thread.communityId}
          isOpen={isOpen}
          autoFocus={autoFocus}
        />
      </div>
    </form>
  );
}
