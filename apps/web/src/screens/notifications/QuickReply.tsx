import { useRef } from 'react';
import { asProblem } from '~/data/problem';
import { useThread } from '~/data/threads';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { useMayReply } from '~/parts/posts/may';
import { ReplyBox } from '~/parts/threads/ReplyBox';
import type { WritingHandle } from '~/parts/writing/writing-handle';
import { LoadingRing } from '~/ui/Ring';

/** Answers a thread without leaving the list: the same box and the same draft as on its own page. */
export function QuickReply(props: { threadId: string; communityId: string; onSent(): void }) {
  const { threadId, communityId, onSent } = props;
  const text = useText();
  const area = useRef<WritingHandle | null>(null);
  const { data: thread, error } = useThread(threadId);
  const mayReply = useMayReply(communityId);
  if (error && !thread) return <FormProblem problem={asProblem(error)} />;
  if (!thread) return <LoadingRing label={text('loading')} />;
  if (thread.closed || !mayReply)
    return (
      <p className="text-small text-quiet">
        <T id="notifications.no-reply" />
      </p>
    );
  return <ReplyBox thread={thread} replyTo={null} onForgetReplyTo={onSent} area={area} autoFocus />;
}
