import { memo, useState } from 'react';
import type { ThreadView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { classes } from '~/ui/classes';
import { Portrait } from '../Portrait';
import { Present } from '../Present';
import { PostContent } from '../posts/PostContent';
import { PostHeader } from '../posts/PostHeader';
import { pathToThread, RowLink } from '../RowLink';
import { useKept } from '../use-kept';
import { Acknowledgement } from './Acknowledgement';
import { AllReplies } from './AllReplies';
import { MarkReadButton } from './MarkReadButton';
import { QuoteOffer } from './QuoteOffer';
import { Replies } from './Replies';
import { ThreadActions } from './ThreadActions';
import { ThreadLine } from './ThreadLine';
import { useArrival } from './use-arrival';

/** A thread as a feed shows it, or whole on its own page. No card, in spite of the name: space and a hairline. */
export const ThreadCard = memo(function ThreadCard(props: {
  thread: ThreadView;
  showCommunity?: boolean;
  mayReply?: boolean;
  /** On its own page: every reply, the box open, the title as the page's heading. */
  isWhole?: boolean;
  targetId?: string | null;
  /** Show the replies around this one, which is not among the newest. */
  around?: string | undefined;
  /** Which of how many in its feed; -1 where that is not known. */
  place?: number;
  places?: number;
}) {
  const {
    thread,
    showCommunity = true,
    mayReply = true,
    isWhole = false,
    targetId = null,
    around,
    place,
    places,
  } = props;
  const text = useText();
  const [isOpen, setOpen] = useKept(`open ${thread.id}`, isWhole);
  const [isBoxOpen, setBoxOpen] = useState(isWhole);
  const [boxRequests, setBoxRequests] = useState(0);
  const [isEditing, setEditing] = useState(false);
  const { post, mine, title } = thread;
  const unread = mine?.unread ?? 0;
  const hidden = Math.max(0, thread.replyCount - thread.latest.length);
  const replies = {
    thread,
    targetId,
    mayReply: mayReply && !thread.closed,
    isBoxOpen,
    onOpenBox: () => setBoxOpen(true),
    boxRequests,
  };
  const isMarked = useArrival(post.id, targetId === post.id);
  const Heading = isWhole ? 'h1' : 'h2';

  return (
    <article
      aria-label={text('thread.label', { name: post.author.name })}
      data-thread={thread.id}
      data-walk
      tabIndex={-1}
      aria-posinset={place}
      aria-setsize={places}
      className={classes(
        'grid scroll-mt-14 grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3 py-5',
        // A feed keeps its place by itself (VirtualThreads); a page leaves that to the browser.
        !isWhole && 'border-b border-line [overflow-anchor:none]',
      )}
    >
      {/* As high as the thread: it would tell the browser that nothing has moved beside it. */}
      <div className="flex flex-col items-center gap-2 [overflow-anchor:none]">
        <Present userId={post.author.id} isSilent>
          <Portrait person={post.author} size={40} />
        </Present>
        {mine && unread > 0 && <MarkReadButton thread={thread} mine={mine} />}
      </div>
      <div className="flex min-w-0 flex-col">
        <ThreadLine thread={thread} showCommunity={showCommunity} />
        <div
          id={`post-${post.id}`}
          className={classes(
            '-mx-2 scroll-mt-24 rounded-md px-2 transition-colors',
            isMarked && 'bg-accent-wash',
          )}
        >
          <PostHeader post={post} />
          {!title && !isWhole && (
            <h2 className="sr-only">{text('thread.label', { name: post.author.name })}</h2>
          )}
          {title && (
            <Heading className={isWhole ? 'text-title' : 'text-lead'}>
              {isWhole ? (
                title
              ) : (
                <RowLink to={pathToThread(thread.id)} className="rounded-sm hover:underline">
                  {title}
                </RowLink>
              )}
            </Heading>
          )}
          <PostContent
            post={post}
            communityId={thread.communityId}
            isEditing={isEditing}
            onEdited={() => setEditing(false)}
            foldable={!isWhole}
          />
        </div>
        <Acknowledgement thread={thread} />
        {replies.mayReply && (
          <QuoteOffer
            threadId={thread.id}
            onQuoted={() => {
              setBoxOpen(true);
              setBoxRequests((before) => before + 1);
            }}
          />
        )}
        <ThreadActions
          thread={thread}
          mayReply={replies.mayReply}
          onReply={() => {
            setBoxOpen(true);
            setBoxRequests(boxRequests + 1);
          }}
          onEdit={() => setEditing(true)}
        />
        {isOpen ? (
          <AllReplies {...replies} around={around} isUnfolded={!isWhole} />
        ) : (
          <>
            {hidden > 0 && (
              <Button look="quiet" icon="up" className="my-1 self-start" onPress={() => setOpen(true)}>
                <T id="thread.earlier" n={hidden} />
              </Button>
            )}
            <Replies {...replies} posts={thread.latest} isWholeShown={unread <= thread.latest.length + 1} />
          </>
        )}
      </div>
    </article>
  );
});
