import type { CSSProperties } from 'react';
import type { CommunityView } from '~/data/types';
import { Day } from '../Time';
import { timePassed } from './progress';

/** From the first day to the last, and how far along today is. */
export function PlanLine({ community }: { community: CommunityView }) {
  const { startsOn, endsOn, hue } = community;
  const passed = timePassed(startsOn, endsOn, Date.now());
  if (passed === null || !startsOn || !endsOn) return null;
  return (
    <div className="pt-1.5">
      <div
        aria-hidden
        className="community-hue relative h-0.5 bg-line"
        style={{ '--hue': hue, '--passed': `${passed * 100}%` } as CSSProperties}
      >
        <span className="absolute inset-y-0 left-0 w-(--passed) bg-current" />
        <span className="absolute top-1/2 left-(--passed) size-2.5 -translate-1/2 rounded-full border-2 border-current bg-paper" />
      </div>
      <p className="flex justify-between gap-3 pt-1.5 text-small text-quiet tabular-nums">
        <Day on={startsOn} />
        <Day on={endsOn} />
      </p>
    </div>
  );
}
