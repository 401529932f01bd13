import type { CSSProperties } from 'react';
import type { CommunityKind, Milestone } from '~/data/types';

interface Ringed {
  name: string;
  kind: CommunityKind;
  hue: number;
  picture?: string | null;
  milestones?: Milestone[];
}

/** A project's ring fills as its milestones are done; every other ring is whole. */
function shareDone({ kind, milestones = [] }: Ringed): number {
  if (kind !== 'project' || milestones.length === 0) return 1;
  return milestones.filter((one) => one.doneAt !== null).length / milestones.length;
}

/** A community's ring in its own hue, with its initial or picture inside. Decorative: its name stands beside it. */
export function CommunityRing({ community, size = 32 }: { community: Ringed; size?: number }) {
  const share = shareDone(community);
  const radius = 14;
  const around = 2 * Math.PI * radius;
  const initial = [...community.name.trim()][0]?.toLocaleUpperCase() ?? '';
  return (
    <svg
      aria-hidden
      viewBox="0 0 32 32"
      width={size}
      height={size}
      fill="none"
      className="community-hue shrink-0"
      style={{ '--hue': community.hue } as CSSProperties}
    >
      {community.picture && (
        <image
          href={community.picture}
          x="5"
          y="5"
          width="22"
          height="22"
          clipPath="circle(11px at 11px 11px)"
        />
      )}
      <circle
        cx="16"
        cy="16"
        r={radius}
        stroke="currentColor"
        strokeWidth="3"
        opacity={share < 1 ? 0.28 : 1}
      />
      {share > 0 && share < 1 && (
        <circle
          cx="16"
          cy="16"
          r={radius}
          stroke="currentColor"
          strokeWidth="3"
          strokeDasharray={`${share * around} ${around}`}
          transform="rotate(-90 16 16)"
        />
      )}
      {!community.picture && (
        <text x="16" y="21" textAnchor="middle" fontSize="14" fontWeight="600" fill="currentColor">
          {initial}
        </text>
      )}
    </svg>
  );
}
