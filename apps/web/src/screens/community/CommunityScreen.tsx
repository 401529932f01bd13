import { Navigate, useParams, useSearch } from '@tanstack/react-router';
import { useTitle } from '~/app/use-title';
import { useCommunity } from '~/data/communities';
import { inCommunity } from '~/data/drafts/places';
import { asProblem } from '~/data/problem';
import { useWatch } from '~/data/realtime/realtime';
import type { CommunityView } from '~/data/types';
import { T } from '~/i18n/text';
import { CommunityArt } from '~/parts/art/Art';
import { LoadingPage } from '~/parts/Loading';
import { mayReplyIn } from '~/parts/posts/may';
import { ReadProblem } from '~/parts/ReadProblem';
import { Feed } from '~/parts/threads/Feed';
import { Composer } from '~/parts/writing/Composer';
import { KeptText } from '~/parts/writing/KeptText';
import { EmptyState } from '~/ui/EmptyState';
import { NotFoundScreen } from '../error/NotFoundScreen';
import { AboutTab } from './AboutTab';
import { CommunityContext } from './CommunityContext';
import { CommunityHeader } from './CommunityHeader';
import { CommunityTabs } from './CommunityTabs';
import { FilesTab } from './FilesTab';
import { PlanTab } from './PlanTab';

export function CommunityScreen() {
  const { communityId } = useParams({ from: '/inside/communities/$communityId' });
  const query = useCommunity(communityId);
  const { data: community, error } = query;
  useTitle(community?.name);

  const problem = error && asProblem(error);
  // What was read before stays readable while nobody answers.
  if (problem && !(problem.mayPass && community)) {
    return problem.status === 404 || problem.status === 400 ? (
      <>
        <KeptText place={inCommunity(communityId)} reason="kept.gone" />
        <NotFoundScreen />
      </>
    ) : (
      <ReadProblem query={query} />
    );
  }
  if (!community) {
    return <LoadingPage />;
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
  const { tab } = useSearch({ from: '/inside/communities/$communityId' });
  return (
    <>
      <CommunityHeader community={community} />
      <CommunityTabs community={community} mayRead={mayRead(community)} />
      <CommunityContext community={community} mayRead={mayRead(community)} isFolded={tab === undefined} />
      {mayRead(community) && tab ? (
        <TabOf tab={tab} community={community} />
      ) : (
        <Posts community={community} />
      )}
    </>
  );
}

function TabOf({ tab, community }: { tab: 'about' | 'plan' | 'files'; community: CommunityView }) {
  if (tab === 'files') return <FilesTab community={community} />;
  if (tab === 'plan' && community.kind === 'project') return <PlanTab community={community} />;
  return <AboutTab community={community} />;
}

function Posts({ community }: { community: CommunityView }) {
  return (
    <>
      {community.mayPost ? (
        <Composer community={community} />
      ) : (
        <KeptText
          place={inCommunity(community.id)}
          reason={community.archivedAt ? 'kept.archived' : 'kept.forbidden'}
        />
      )}
      {mayRead(community) ? (
        <Feed
          source={{ community: community.id }}
          mayReply={mayReplyIn(community)}
          empty={
            <EmptyState art={<CommunityArt />} title={<T id="community.empty" />}>
              <T id={community.mayPost ? 'community.empty-text' : 'community.empty-read'} />
            </EmptyState>
          }
        />
      ) : (
        <EmptyState art={<CommunityArt />} title={<T id="community.members-only" />}>
          <T
            id={community.request === 'pending' ? 'community.request-sent' : 'community.members-only-text'}
          />
        </EmptyState>
      )}
    </>
  );
}
