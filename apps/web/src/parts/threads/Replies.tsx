import { useEffect, useRef, useState } from 'react';
import { emptyDraft } from '~/data/drafts/drafts';
import { inThread } from '~/data/drafts/places';
import { drafts } from '~/data/drafts/use-draft';
import type { Unsent } from '~/data/outbox/outbox';
import { discard } from '~/data/outbox/send';
import { useUnsentReplies } from '~/data/outbox/use-outbox';
import { useMyId } from '~/data/session';
import type { PostView, ThreadView } from '~/data/types';
import { useReading } from '~/data/use-reading';
import { T } from '~/i18n/text';
import { KeptText } from '../writing/KeptText';
import type { WritingHandle } from '../writing/writing-handle';
import { Reply } from './Reply';
import { ReplyBox } from './ReplyBox';
import { TypingLine } from './TypingLine';
import { UnsentReply } from './UnsentReply';

/** The replies that are shown, those of mine on their way, and the box to write one. */
export function Replies(props: {
  thread: ThreadView;
  posts: PostView[];
  /** Whether every unread reply is among `posts`. */
  isWholeShown: boolean;
  targetId?: string | null | undefined;
  mayReply: boolean;
  isBoxOpen: boolean;
  /** Counts the wishes to answer the thread itself; each puts the focus into the box. */
  boxRequests: number;
  onOpenBox(): void;
}) {
  const { thread, posts, isWholeShown, targetId, mayReply, isBoxOpen, boxRequests, onOpenBox } = props;
  const myId = useMyId();
  const [replyTo, setReplyTo] = useState<PostView | null>(null);
  const [boxKey, setBoxKey] = useState(0);
  const area = useRef<WritingHandle>(null);
  const newest = useRef<HTMLLIElement>(null);
  const unsent = useUnsentReplies(myId, thread.id, new Set(posts.map((post) => post.id)));
  useReading(thread, newest, isWholeShown);
  useEffect(() => {
    if (boxRequests > 0) area.current?.focus();
  }, [boxRequests]);
  const authors = new Map(posts.map((post) => [post.id, post.author.name]));

  const answer = (post: PostView) => {
    setReplyTo(post);
    onOpenBox();
    area.current?.focus();
  };
  /** Back into the box, to be changed and sent anew. */
  const rewrite = ({ id, body, files }: Unsent) => {
    const place = inThread(thread.id);
    discard(id);
    // Something newer may stand there: it is not lost for it.
    const there = drafts.read(myId, place);
    const both = [body, there.body].filter(Boolean).join('\n\n');
    drafts.write(myId, place, { ...emptyDraft, body: both, files: [...files, ...there.files] });
    setBoxKey(boxKey + 1);
    onOpenBox();
  };

  return (
    <>
      {(posts.length > 0 || unsent.length > 0) && (
        <ol className="flex flex-col">
          {posts.map((post, place) => (
            <Reply
              key={post.id}
              ref={place === posts.length - 1 ? newest : undefined}
              post={post}
              thread={thread}
              answersName={post.replyTo ? authors.get(post.replyTo) : undefined}
              isTarget={post.id === targetId}
              mayReply={mayReply}
              onReply={() => answer(post)}
            />
          ))}
          {unsent.map((one) => (
            <UnsentReply key={one.id} unsent={one} onEdit={rewrite} />
          ))}
        </ol>
      )}
      {thread.closed && isBoxOpen && (
        <p className="py-2 text-small text-quiet">
          <T id="problem.thread-closed" />
        </p>
      )}
      {!mayReply && (
        <KeptText place={inThread(thread.id)} reason={thread.closed ? 'kept.closed' : 'kept.forbidden'} />
      )}
      {mayReply && isBoxOpen && (
        <>
          <ReplyBox
            key={boxKey}
            thread={thread}
            replyTo={replyTo}
            onForgetReplyTo={() => setReplyTo(null)}
            area={area}
            autoFocus={replyTo !== null || boxKey > 0}
          />
          <TypingLine thread={thread} />
        </>
      )}
    </>
  );
}
