import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTitle } from '~/app/use-title';
import { useCommunity } from '~/data/communities';
import { useMembers } from '~/data/members';
import type { CommunityView } from '~/data/types';
import { useSettled } from '~/data/use-settled';
import { T, useText } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { ReadProblem } from '~/parts/ReadProblem';
import { ReadState } from '~/parts/ReadState';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { EmptyState } from '~/ui/EmptyState';
import { Icon } from '~/ui/Icon';
import { SearchBox } from '~/ui/SearchBox';
import { CommunityTabs } from '../community/CommunityTabs';
import { MembershipButton } from '../community/MembershipButton';
import { AddPeople } from './AddPeople';
import { MemberRow } from './MemberRow';
import { WaitingList } from './WaitingList';

/** Who is in a community, and for those who run it: who may be, and as what. */
export function MembersScreen() {
  const text = useText();
  const { communityId } = useParams({ from: '/inside/communities/$communityId/members' });
  const query = useCommunity(communityId);
  useTitle(query.data ? text('members.title', { name: query.data.name }) : undefined);
  return <ReadState query={query}>{(community) => <Members community={community} />}</ReadState>;
}

function Members({ community }: { community: CommunityView }) {
  const text = useText();
  const { id, name, mine, mayManage, visibility, archivedAt, kind } = community;
  const [typed, setTyped] = useState('');
  const query = useMembers(id, useSettled(typed.trim()));
  const members = query.data?.pages.flatMap((page) => page.items) ?? [];
  const mayRead = mine !== null || visibility === 'public';
  const mayAdmit = mayManage && !archivedAt && kind !== 'company' && kind !== 'person';
  return (
    <div className="max-w-[42rem]">
      <Link
        to="/communities/$communityId"
        params={{ communityId: id }}
        className="touchable mt-4 -ml-1 inline-flex max-w-full items-center gap-2 rounded-md px-1 text-quiet hover:text-ink"
      >
        <Icon name="left" size={16} />
        <CommunityRing community={community} size={22} />
        <span className="truncate">{name}</span>
      </Link>
      <ScreenHeader title={<T id="members.heading" />}>
        <MembershipButton community={community} />
      </ScreenHeader>
      <CommunityTabs community={community} mayRead={mayRead} />
      {mayRead ? (
        <>
          {mayAdmit && (
            <>
              <WaitingList communityId={id} what="requests" />
              <AddPeople community={community} known={members} />
              <WaitingList communityId={id} what="invitations" />
            </>
          )}
          <div className="pt-5">
            <SearchBox label={text('members.search')} value={typed} onChange={setTyped} />
          </div>
          <ReadProblem query={query} />
          <ul className="pt-2">
            {members.map((member) => (
              <MemberRow key={member.user.id} member={member} community={community} />
            ))}
          </ul>
          {query.isSuccess && members.length === 0 && (
            <p className="py-4 text-quiet">
              <T id="people.none" />
            </p>
          )}
          <MoreOnScroll query={query} />
        </>
      ) : (
        <EmptyState title={<T id="members.closed" />}>
          <T
            id={community.request === 'pending' ? 'community.request-sent' : 'community.members-only-text'}
          />
        </EmptyState>
      )}
    </div>
  );
}
