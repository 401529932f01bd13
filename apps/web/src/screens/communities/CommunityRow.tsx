import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommunityView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { UnreadRing } from '~/parts/UnreadRing';

/** One community in the directory. The whole line leads there. */
export function CommunityRow(props: { community: CommunityView; reason?: ReactNode; unread?: number }) {
  const { community, reason, unread = 0 } = props;
  const text = useText();
  const { id, kind, name, purpose, visibility, memberCount, mine, request, archivedAt } = community;
  return (
    <li className="border-b border-line">
      <Link
        to="/communities/$communityId"
        params={{ communityId: id }}
        className="-mx-2 flex items-start gap-3 rounded-md px-2 py-3 hover:bg-wash"
      >
        <CommunityRing community={community} size={36} />
        <span className="min-w-0 flex-1">
          <span className="block font-medium wrap-anywhere">{name}</span>
          {purpose && <span className="line-clamp-2 text-quiet">{purpose}</span>}
          <span className="flex flex-wrap gap-x-3 text-small text-quiet tabular-nums">
            <span>
              <T id={`community.kind-${kind}`} />
            </span>
            {archivedAt && (
              <span className="text-signal-text">
                <T id="community.is-archived" />
              </span>
            )}
            {visibility !== 'public' && (
              <span>
                <T id={`community.visibility-${visibility}`} />
              </span>
            )}
            <span>
              <T id="community.members" n={memberCount} />
            </span>
            {reason && <span className="text-ink">{reason}</span>}
          </span>
        </span>
        {mine && (
          <span className="shrink-0 text-small text-quiet">
            <T id={`role.${mine.role}`} />
          </span>
        )}
        {unread > 0 && (
          <span className="flex h-6 shrink-0 items-center">
            <UnreadRing label={text('nav.unread', { n: unread })} />
          </span>
        )}
        {request && (
          <span className="shrink-0 text-small text-signal-text">
            <T id={`community.request-${request}`} />
          </span>
        )}
      </Link>
    </li>
  );
}
