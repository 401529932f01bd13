import { Link, Navigate, useParams, useRouterState } from '@tanstack/react-router';
import { useTitle } from '~/app/use-title';
import { useCommunity } from '~/data/communities';
import { inThread } from '~/data/drafts/places';
import { asProblem } from '~/data/problem';
import { useWatch } from '~/data/realtime/realtime';
import { usePosts, useThread, useThreads } from '~/data/threads';
import type { ThreadView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { LoadingPage } from '~/parts/Loading';
import { useMayReply } from '~/parts/posts/may';
import { ReadProblem } from '~/parts/ReadProblem';
import { ThreadCard } from '~/parts/threads/ThreadCard';
import { KeptText } from '~/parts/writing/KeptText';
import { Icon } from '~/ui/Icon';
import { NotFoundScreen } from '../error/NotFoundScreen';
import { ThreadContext } from './ThreadContext';

/** One thread, whole. `#post-<id>` leads to a reply, also to one far back. */
export function ThreadScreen() {
  const text = useText();
  const { threadId } = useParams({ from: '/inside/threads/$threadId' });
  const query = useThread(threadId);
  const { data: thread, error } = query;
  useTitle(thread ? (thread.title ?? text('thread.label', { name: thread.author.name })) : undefined);

  const problem = error && asProblem(error);
  // What was read before stays readable while nobody answers.
  if (problem && !(problem.mayPass && thread)) {
    return problem.status === 404 || problem.status === 400 ? (
      <>
        <KeptText place={inThread(threadId)} reason="kept.gone" />
        <NotFoundScreen />
      </>
    ) : (
      <ReadProblem query={query} />
    );
  }
  if (!thread) {
    return <LoadingPage />;
  }
  return <LoadedThread key={thread.id} thread={thread} />;
}

function LoadedThread({ thread }: { thread: ThreadView }) {
  const text = useText();
  const { data: whole } = useCommunity(thread.communityId);
  const community = whole ?? thread.community;
  const mayReply = useMayReply(community.id);
  const targetId = useRouterState({
    select: ({ location }) => /^post-(.+)$/u.exec(location.hash)?.[1] ?? null,
  });
  const isFarBack = useIsFarBack(thread, targetId);
  useWatch(community.id);
  const isRunning = useIsRunning(thread, community.kind === 'conversation');
  if (isRunning && !isFarBack)
    return (
      <Navigate
        to="/messages/$communityId"
        params={{ communityId: community.id }}
        replace
        {...(targetId && { hash: `post-${targetId}` })}
      />
    );
  return (
    <div className="max-w-[42rem]">
      <ThreadContext thread={thread} />
      <Link
        to="/communities/$communityId"
        params={{ communityId: community.id }}
        className="touchable mt-4 -ml-1 inline-flex max-w-full items-center gap-2 rounded-md px-1 text-quiet hover:text-ink"
      >
        <Icon name="left" size={16} />
        <CommunityRing community={community} size={22} />
        <span className="truncate">{community.name || text('community.kind-conversation')}</span>
      </Link>
      {isFarBack && (
        <p className="text-small text-quiet">
          <T
            id="thread.window"
            link={(words) => (
              <Link
                to="/threads/$threadId"
                params={{ threadId: thread.id }}
                className="font-medium text-accent underline underline-offset-4"
              >
                {words}
              </Link>
            )}
          />
        </p>
      )}
      <ThreadCard
        key={isFarBack ? targetId : 'newest'}
        thread={thread}
        isWhole
        showCommunity={false}
        mayReply={mayReply}
        targetId={targetId}
        around={isFarBack ? (targetId ?? undefined) : undefined}
      />
    </div>
  );
}

/** Whether this is what a private conversation goes on in; that has a page of its own. */
function useIsRunning(thread: ThreadView, isPrivate: boolean): boolean {
  const { data } = useThreads({ community: thread.communityId }, 'activity', isPrivate);
  return isPrivate && data?.pages[0]?.items[0]?.id === thread.id;
}

/** Whether the linked reply is not among the newest ones, so that a window around it must be read instead. */
function useIsFarBack(thread: ThreadView, targetId: string | null): boolean {
  const { data } = usePosts(thread.id);
  if (!targetId || !data || targetId === thread.post.id) return false;
  return !data.pages.some((page) => page.items.some((post) => post.id === targetId));
}
