import { Link } from '@tanstack/react-router';
import { useCommunitiesUnread, useMyCommunities } from '~/data/communities';
import { useSession } from '~/data/session';
import { T, useText } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { IconLink } from '~/parts/IconLink';
import { UnreadRing } from '~/parts/UnreadRing';
import { Icon } from '~/ui/Icon';

/** My communities, those with something new first among equals: their names are darker and carry the ring. */
export function MyCommunities() {
  const text = useText();
  const { user } = useSession();
  const { data: communities } = useMyCommunities();
  const { data: counts } = useCommunitiesUnread();
  const unreadOf = new Map(counts?.items.map((one) => [one.communityId, one.unread]));
  return (
    <nav aria-labelledby="my-communities" className="flex min-h-48 flex-1 flex-col">
      <div className="flex items-center justify-between pb-1">
        <h2 id="my-communities" className="text-small font-medium text-quiet">
          <T id="nav.my-communities" />
        </h2>
        {user.role !== 'guest' && (
          <IconLink to="/communities/new" icon="plus" label={text('communities.create')} className="-mr-1" />
        )}
      </div>
      <ul className="-mx-2 flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain">
        {communities?.map((community) => {
          const unread = unreadOf.get(community.id) ?? 0;
          return (
            <li key={community.id}>
              <Link
                to="/communities/$communityId"
                params={{ communityId: community.id }}
                className="touchable flex shrink-0 items-center gap-2.5 rounded-md px-2 py-1 text-quiet hover:bg-wash hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink data-unread:text-ink"
                data-unread={unread > 0 || undefined}
              >
                <CommunityRing community={community} size={20} />
                <span className="min-w-0 flex-1 truncate">{community.name}</span>
                {unread > 0 && <UnreadRing label={text('nav.unread', { n: unread })} />}
              </Link>
            </li>
          );
        })}
        {/* Below them, and so not before them: else it would move. */}
        {communities && (
          <li>
            <Link
              to="/communities"
              activeOptions={{ exact: true, includeSearch: false }}
              className="touchable flex shrink-0 items-center gap-2.5 rounded-md px-2 py-1 text-quiet hover:bg-wash hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              <Icon name="communities" />
              <span className="min-w-0 flex-1 truncate">
                <T id="nav.communities" />
              </span>
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
