import { Link } from '@tanstack/react-router';
import { useCommunity } from '~/data/communities';
import { usePosts } from '~/data/threads';
import type { CommunityView, PersonChip, ThreadView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { Context } from '~/parts/context/Context';
import { ContextSection } from '~/parts/context/ContextSection';
import { PeopleList } from '~/parts/context/PeopleList';
import { ProjectPlan } from '~/parts/project/ProjectPlan';

const MOST_PEOPLE = 12;

/** What a thread belongs to: its community with the project's plan, and who takes part. */
export function ThreadContext({ thread }: { thread: ThreadView }) {
  const text = useText();
  const { data: community } = useCommunity(thread.communityId);
  return (
    <Context label={text('context.thread')}>
      {community && community.kind !== 'conversation' && (
        <>
          <CommunityCard community={community} />
          <ProjectPlan community={community} />
        </>
      )}
      <ContextSection title={<T id="context.taking-part" />}>
        <PeopleList people={useParticipants(thread).slice(0, MOST_PEOPLE)} />
      </ContextSection>
    </Context>
  );
}

function CommunityCard({ community }: { community: CommunityView }) {
  return (
    <div className="flex flex-col gap-2">
      <Link
        to="/communities/$communityId"
        params={{ communityId: community.id }}
        className="-mx-2 flex items-center gap-3 rounded-md px-2 py-1 hover:bg-wash"
      >
        <CommunityRing community={community} size={36} />
        <span className="min-w-0">
          <span className="block font-medium wrap-anywhere">{community.name}</span>
          <span className="block text-small text-quiet tabular-nums">
            <T id="community.members" n={community.memberCount} />
          </span>
        </span>
      </Link>
      {community.purpose && <p className="line-clamp-6 text-small text-quiet">{community.purpose}</p>}
    </div>
  );
}

/** Everybody of the posts that are shown, who began it first, then in the order in which they came in. */
function useParticipants(thread: ThreadView): PersonChip[] {
  const { data } = usePosts(thread.id);
  const posts = data?.pages.toReversed().flatMap(({ items }) => items) ?? thread.latest;
  const people = new Map<string, PersonChip>([[thread.author.id, thread.author]]);
  for (const { author, deletedAt } of posts)
    if (!deletedAt) people.set(author.id, people.get(author.id) ?? author);
  return [...people.values()];
}
