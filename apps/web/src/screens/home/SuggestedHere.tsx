import { Link } from '@tanstack/react-router';
import { useSuggested } from '~/data/directory';
import { T } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { ContextSection } from '~/parts/context/ContextSection';

const FEW = 3;

/** Communities I am not in and may want to be in, each with why. */
export function SuggestedHere() {
  const { data } = useSuggested();
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <ContextSection title={<T id="communities.suggested" />}>
      <ul className="flex flex-col">
        {items.slice(0, FEW).map((community) => (
          <li key={community.id}>
            <Link
              to="/communities/$communityId"
              params={{ communityId: community.id }}
              className="-mx-2 grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2.5 rounded-md px-2 py-1.5 hover:bg-wash"
            >
              <CommunityRing community={community} size={24} />
              <span className="min-w-0">
                <span className="block wrap-anywhere">{community.name}</span>
                <span className="block text-small text-quiet">
                  {community.reason === 'popular' || community.reason === 'new' ? (
                    <T id={`community.reason-${community.reason}`} />
                  ) : (
                    <T id={`community.reason-${community.reason}`} n={community.count} />
                  )}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </ContextSection>
  );
}
