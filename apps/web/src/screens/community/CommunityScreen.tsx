import { Navigate, useParams } from '@tanstack/react-router';
import { useTitle } from '~/app/use-title';
import { useCommunity } from '~/data/communities';
import { asProblem } from '~/data/problem';
import { useWatch } from '~/data/realtime/realtime';
import type { CommunityView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { mayReplyIn } from '~/parts/posts/may';
import { Feed } from '~/parts/threads/Feed';
import { Composer } from '~/parts/writing/Composer';
import { EmptyState } from '~/ui/EmptyState';
import { LoadingRing } from '~/ui/Ring';
import { NotFoundScreen } from '../error/NotFoundScreen';
import { CommunityHeader } from './CommunityHeader';
import { Milestones } from './Milestones';

export function CommunityScreen() {
  const text = useText();
  const { communityId } = useParams({ from: '/inside/communities/$communityId' });
  const { data: community, error } = useCommunity(communityId);
  useTitle(community?.name);

  if (error) {
    const problem = asProblem(error);
    return problem.status === 404 || problem.status === 400 ? (
      <NotFoundScreen />
    ) : (
      <FormProblem problem={problem} />
    );
  }
  if (!community) {
    return (
      <div className="flex justify-center py-16">
        <LoadingRing label={text('loading')} />
      </div>
    );
  }
  // Private messages have a page of their own, where writing is answering.
  if (community.kind === 'conversation')
    return <Navigate to="/messages/$communityId" params={{ communityId: community.id }} replace />;
  return <LoadedCommunity key={community.id} community={community} />;
}

/** Whether what is posted here is mine to read: a private community shows its card to all, its posts to members. */
const mayRead = ({ mine, visibility }: CommunityView) => mine !== null || visibility === 'public';

function LoadedCommunity({ community }: { community: CommunityView }) {
  useWatch(community.mine === null && mayRead(community) ? community.id : null);
  return (
    <>
      <CommunityHeader community={community} />
      <div className="gap-10 xl:grid xl:grid-cols-[minmax(0,1fr)_15rem]">
        <aside className="pt-4 empty:hidden xl:order-2">
          <Milestones community={community} />
        </aside>
        <div className="min-w-0">
          {community.mayPost && <Composer community={community} />}
          {mayRead(community) ? (
            <Feed
              source={{ community: community.id }}
              mayReply={mayReplyIn(community)}
              empty={
                <EmptyState title={<T id="community.empty" />}>
                  <T id={community.mayPost ? 'community.empty-text' : 'community.empty-read'} />
                </EmptyState>
              }
            />
          ) : (
            <EmptyState title={<T id="community.members-only" />}>
              <T id="community.members-only-text" />
            </EmptyState>
          )}
        </div>
      </div>
    </>
  );
}
