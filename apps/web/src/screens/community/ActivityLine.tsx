import type { CSSProperties } from 'react';
import { useCommunityActivity } from '~/data/communities';
import type { CommunityView } from '~/data/types';
import { T } from '~/i18n/text';
import { Time } from '~/parts/Time';

/** Threads of the last twelve weeks as a line of bars, and the same in words. */
export function ActivityLine({ community }: { community: CommunityView }) {
  const { data } = useCommunityActivity(community.id);
  const weeks = data?.weeks ?? Array<number>(12).fill(0);
  const most = Math.max(1, ...weeks);
  const total = weeks.reduce((sum, n) => sum + n, 0);
  return (
    <section className="flex flex-col gap-1.5">
      <svg
        aria-hidden
        viewBox="0 0 240 40"
        className="community-hue h-10 w-full max-w-60"
        style={{ '--hue': community.hue } as CSSProperties}
      >
        {weeks.map((n, week) => {
          const height = Math.max(2, (n / most) * 38);
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is the week.
              key={week}
              x={week * 20 + 2}
              y={40 - height}
              width="16"
              height={height}
              rx="2"
              fill="currentColor"
              opacity={n > 0 ? 1 : 0.28}
            />
          );
        })}
      </svg>
      <p className="min-h-5 text-small text-quiet">
        {data && <T id="community.activity" n={total} />}
        {data?.lastAt && (
          <>
            {' · '}
            <T id="community.last" when={<Time at={data.lastAt} />} />
          </>
        )}
      </p>
    </section>
  );
}
