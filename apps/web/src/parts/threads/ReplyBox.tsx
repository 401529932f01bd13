import { type RefObject, useState } from 'react';
import { useDraft } from '~/data/drafts/use-draft';
import { send } from '~/data/outbox/send';
import { sayTyping } from '~/data/realtime/realtime';
import { useSession } from '~/data/session';
import type { PostView, ThreadView } from '~/data/types';
import { uuidv7 } from '~/data/uuidv7';
import { T, useText } from '~/i18n/text';
import { Button, IconButton } from '~/ui/Button';
import { Portrait } from '../Portrait';
import { isSendable } from '../writing/LengthLeft';
import { WritingArea } from '../writing/WritingArea';

/** Where one answers. A line until there is something in it; the draft waits here for days if need be. */
export function ReplyBox(props: {
  thread: ThreadView;
  replyTo: PostView | null;
  onForgetReplyTo(): void;
  area: RefObject<HTMLTextAreaElement | null>;
  autoFocus?: boolean;
}) {
  const { thread, replyTo, onForgetReplyTo, area, autoFocus } = props;
  const text = useText();
  const { user } = useSession();
  const { draft, change, clear } = useDraft(user.id, thread.id);
  const [isFocused, setFocused] = useState(false);
  const isOpen = isFocused || draft.body !== '';

  function submit() {
    if (!isSendable(draft.body)) return;
    send({
      id: uuidv7(),
      userId: user.id,
      to: { threadId: thread.id },
      kind: 'update',
      title: null,
      body: draft.body,
      replyTo: replyTo?.id ?? null,
      fileIds: [],
      createdAt: new Date().toISOString(),
      state: 'sending',
      problem: null,
    });
    clear();
    onForgetReplyTo();
  }

  return (
    <form
      className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2.5 pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <Portrait person={user} size={28} />
      <div className="min-w-0 border-b border-edge pb-1 focus-within:border-accent">
        {replyTo && (
          <p className="flex items-center gap-1 text-small text-quiet">
            <T id="post.answers" name={replyTo.author.name} />
            <IconButton icon="cross" label={text('reply.forget')} onPress={onForgetReplyTo} />
          </p>
        )}
        <WritingArea
          area={area}
          label={text('reply.label')}
          placeholder={text('reply.placeholder')}
          value={draft.body}
          onChange={(body) => {
            change({ body });
            if (body !== '') sayTyping(thread.id);
          }}
          onSend={submit}
          communityId={thread.communityId}
          autoFocus={autoFocus}
        />
        {isOpen && (
          <div className="flex items-center justify-end gap-3 pt-1">
            <span className="hidden text-small text-quiet md:inline">
              <T id="writing.shortcut" />
            </span>
            <Button type="submit" look="primary" isDisabled={!isSendable(draft.body)}>
              <T id="reply.send" />
            </Button>
          </div>
        )}
      </div>
    </form>
  );
}
