import { Link } from '@tanstack/react-router';
import { useMembers, useOwners } from '~/data/members';
import { useThreads } from '~/data/threads';
import type { CommunityView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Context } from '~/parts/context/Context';
import { ContextSection } from '~/parts/context/ContextSection';
import { PeopleList } from '~/parts/context/PeopleList';
import { Portrait } from '~/parts/Portrait';
import { FoldedPlan } from '~/parts/project/FoldedPlan';
import { ProjectPlan } from '~/parts/project/ProjectPlan';

const FACES = 10;
const PINNED = 5;

/** What a community is made of: its plan, what everybody should read, who leads it, who is in it. */
export function CommunityContext(props: {
  community: CommunityView;
  mayRead: boolean;
  /** Whether the plan stands in the page, folded, where there is no third column. */
  isFolded: boolean;
}) {
  const { community, mayRead, isFolded } = props;
  const text = useText();
  return (
    <Context label={text('context.community')} inPlace={isFolded && <FoldedPlan community={community} />}>
      <ProjectPlan community={community} />
      {mayRead && (
        <>
          <Pinned communityId={community.id} />
          <People community={community} />
        </>
      )}
    </Context>
  );
}

function Pinned({ communityId }: { communityId: string }) {
  const text = useText();
  const { data } = useThreads({ community: communityId });
  const pinned = data?.pages[0]?.pinned ?? [];
  if (pinned.length === 0) return null;
  return (
    <ContextSection title={<T id="context.pinned" />}>
      <ul>
        {pinned.slice(0, PINNED).map((thread) => (
          <li key={thread.id}>
            <Link
              to="/threads/$threadId"
              params={{ threadId: thread.id }}
              className="touchable -mx-2 flex items-center rounded-md px-2 py-1 hover:bg-wash"
            >
              <span className="line-clamp-2 min-w-0 wrap-anywhere">
                {thread.title ||
                  thread.post.body.slice(0, 80) ||
                  text('thread.label', { name: thread.author.name })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </ContextSection>
  );
}

/** Who leads it by name, the others by their faces. */
function People({ community }: { community: CommunityView }) {
  const members: string = `/communities/${community.id}/members`;
  const owners = useOwners(community.id).data?.map(({ user }) => user) ?? [];
  const first = useMembers(community.id, '').data?.pages[0]?.items ?? [];
  const others = first.map(({ user }) => user).filter(({ id }) => !owners.some((owner) => owner.id === id));
  return (
    <>
      {owners.length > 0 && (
        <ContextSection title={<T id="context.owners" n={owners.length} />}>
          <PeopleList people={owners} />
        </ContextSection>
      )}
      <ContextSection title={<T id="context.people" />}>
        <ul aria-hidden className="flex flex-wrap gap-1.5 pt-0.5 empty:hidden">
          {others.slice(0, FACES).map((person) => (
            <li key={person.id} title={person.name}>
              <Portrait person={person} size={30} />
            </li>
          ))}
        </ul>
        <Link
          to={members}
          className="touchable inline-flex items-center self-start rounded-sm text-small text-quiet underline underline-offset-4 hover:text-ink"
        >
          <T id="community.members" n={community.memberCount} />
        </Link>
      </ContextSection>
    </>
  );
}
