import { useCallback, useEffect, useRef, useState } from 'react';
import { emptyDraft } from '~/data/drafts/drafts';
import { inThread } from '~/data/drafts/places';
import { drafts } from '~/data/drafts/use-draft';
import type { Unsent } from '~/data/outbox/outbox';
import { discard } from '~/data/outbox/send';
import { useUnsentReplies } from '~/data/outbox/use-outbox';
import { useMyId } from '~/data/session';
import { useChangeThread } from '~/data/thread-actions';
import type { PostView, ThreadView } from '~/data/types';
import { useReading } from '~/data/use-reading';
import { T } from '~/i18n/text';
import { PostArrivals } from '../PostArrivals';
import { usePostRights } from '../posts/may';
import { KeptText } from '../writing/KeptText';
import type { WritingHandle } from '../writing/writing-handle';
import { ReplyBox } from './ReplyBox';
import { Stretch } from './Stretch';
import { stretchesOf } from './stretches';
import { TypingLine } from './TypingLine';
import { UnsentReply } from './UnsentReply';

/** The replies that are shown, those of mine on their way, and the box to write one. */
export function Replies(props: {
  thread: ThreadView;
  posts: PostView[];
  /** Whether every unread reply is among `posts`. */
  isWholeShown: boolean;
  /** So many that only those near the reader should be laid out and painted. */
  isLong?: boolean;
  targetId?: string | null | undefined;
  mayReply: boolean;
  isBoxOpen: boolean;
  /** Counts the wishes to answer the thread itself; each puts the focus into the box. */
  boxRequests: number;
  onOpenBox(): void;
}) {
  const { thread, posts, isWholeShown, isLong = false, targetId, mayReply, ...box } = props;
  const { isBoxOpen, boxRequests, onOpenBox } = box;
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

  const changeThread = useChangeThread();
  const now = useRef({ thread, onOpenBox, changeThread });
  now.current = { thread, onOpenBox, changeThread };
  const answer = useCallback((post: PostView) => {
    setReplyTo(post);
    now.current.onOpenBox();
    area.current?.focus();
  }, []);
  const choose = useCallback(
    (post: PostView, isBest: boolean) =>
      now.current.changeThread(now.current.thread, { bestAnswerId: isBest ? post.id : null }),
    [],
  );
  const { isMine, mayModerate } = usePostRights(thread.post, thread.communityId);
  const mayChoose = thread.kind === 'question' && (isMine || mayModerate);
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

  const stretches = stretchesOf(posts);

  return (
    <>
      {stretches.map((stretch) => (
        <Stretch
          key={stretch.key}
          posts={stretch.posts}
          answered={stretch.posts.map(({ replyTo }) => (replyTo ? authors.get(replyTo) : undefined))}
          communityId={thread.communityId}
          isLong={isLong}
          targetId={stretch.posts.some(({ id }) => id === targetId) ? (targetId ?? null) : null}
          bestAnswerId={thread.bestAnswerId}
          mayReply={mayReply}
          onReply={answer}
          onChoose={mayChoose ? choose : undefined}
          newest={stretch === stretches.at(-1) ? newest : undefined}
        />
      ))}
      {unsent.length > 0 && (
        <ol>
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
      {isBoxOpen && <PostArrivals posts={posts} as="reply" />}
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
