import { Link } from '@tanstack/react-router';
import type { Settled } from '~/data/catch-up';
import type { CatchUp } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { Time } from '~/parts/Time';
import { IconButton } from '~/ui/Button';
import { SectionHeading } from './SectionHeading';

/** All the rest, a line a community: nothing is left out, and nothing needs to be read. */
export function RestOfCommunities(props: {
  communities: CatchUp['communities'];
  onSettle(what: Settled): void;
}) {
  const { communities, onSettle } = props;
  const text = useText();
  const ids = communities.map(({ community }) => community.id);
  return (
    <section aria-labelledby="catch-up-rest" className="pb-6">
      <SectionHeading
        id="catch-up-rest"
        title={<T id="catch-up.rest" />}
        count={communities.reduce((sum, { threads }) => sum + threads, 0)}
        done={0}
        onDone={() => onSettle({ communityIds: ids })}
      />
      <ul>
        {communities.map(({ community, threads, posts, at }) => {
          const { name } = community;
          return (
            <li
              key={community.id}
              data-walk
              tabIndex={-1}
              className="grid scroll-mt-4 grid-cols-[1.75rem_minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line py-2"
            >
              <CommunityRing community={community} size={28} />
              <div className="min-w-0">
                <Link
                  to="/communities/$communityId"
                  params={{ communityId: community.id }}
                  data-key="o"
                  className="block truncate rounded-sm font-medium hover:underline hover:underline-offset-4"
                >
                  {name}
                </Link>
                <p className="text-small text-quiet tabular-nums">
                  <T id="catch-up.threads-posts" threads={threads} posts={posts} />
                  {' · '}
                  <Time at={at} />
                </p>
              </div>
              <IconButton
                icon="tick"
                label={text('catch-up.done-with', { name })}
                data-key="e"
                onPress={() => onSettle({ communityIds: [community.id] })}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
