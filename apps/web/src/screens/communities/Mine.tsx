import { useCommunitiesUnread, useMyCommunities } from '~/data/communities';
import { T } from '~/i18n/text';
import { CommunityRow } from './CommunityRow';

/** Mine before all others, those with something new marked. */
export function Mine() {
  const { data: communities = [] } = useMyCommunities();
  const { data: counts } = useCommunitiesUnread();
  const unreadOf = new Map(counts?.items.map((one) => [one.communityId, one.unread]));
  if (communities.length === 0) return null;
  return (
    <section aria-labelledby="mine" className="pt-4">
      <h2 id="mine" className="font-semibold">
        <T id="nav.my-communities" />
      </h2>
      <ul>
        {communities.map((community) => (
          <CommunityRow key={community.id} community={community} unread={unreadOf.get(community.id) ?? 0} />
        ))}
      </ul>
    </section>
  );
}
