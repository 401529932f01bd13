import type { CommunityView } from '~/data/types';
import { T } from '~/i18n/text';
import { Day } from '~/parts/Time';

/** From when to when; both years as soon as one of them is not this year. */
export function CommunityDates({ community }: { community: CommunityView }) {
  const { startsOn, endsOn } = community;
  const thisYear = String(new Date().getFullYear());
  const isElsewhere = [startsOn, endsOn].some((day) => day && !day.startsWith(thisYear));
  const id = startsOn && endsOn ? 'community.dates' : startsOn ? 'community.starts' : 'community.ends';
  if (!startsOn && !endsOn) return null;
  return (
    <T
      id={id}
      from={startsOn && <Day on={startsOn} withYear={isElsewhere} />}
      to={endsOn && <Day on={endsOn} withYear={isElsewhere} />}
    />
  );
}
