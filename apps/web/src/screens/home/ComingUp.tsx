import { Link } from '@tanstack/react-router';
import { useMyCommunities } from '~/data/communities';
import { T } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { ContextSection } from '~/parts/context/ContextSection';
import { isLate } from '~/parts/project/progress';
import { Day } from '~/parts/Time';
import { classes } from '~/ui/classes';
import { comingUp } from './coming-up';

const FEW = 4;

/** The next milestone of each of my projects, the nearest first. */
export function ComingUp() {
  const { data: mine = [] } = useMyCommunities();
  const now = Date.now();
  const next = comingUp(mine).slice(0, FEW);
  if (next.length === 0) return null;
  return (
    <ContextSection title={<T id="context.coming-up" />}>
      <ul className="flex flex-col">
        {next.map(({ community, milestone }) => (
          <li key={milestone.id}>
            <Link
              to="/communities/$communityId"
              params={{ communityId: community.id }}
              className="-mx-2 grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2.5 rounded-md px-2 py-1.5 hover:bg-wash"
            >
              <CommunityRing community={community} size={24} />
              <span className="min-w-0">
                <span className="block wrap-anywhere">{milestone.title}</span>
                <span className="block truncate text-small text-quiet">{community.name}</span>
              </span>
              <span
                className={classes(
                  'text-small leading-(--body-line) tabular-nums',
                  isLate(milestone, now) ? 'text-signal-text' : 'text-quiet',
                )}
              >
                {isLate(milestone, now) && (
                  <span className="sr-only">
                    <T id="milestones.late" />{' '}
                  </span>
                )}
                {milestone.dueOn && <Day on={milestone.dueOn} />}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </ContextSection>
  );
}
