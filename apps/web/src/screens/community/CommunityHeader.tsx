import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import type { CommunityView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { ButtonLink } from '~/parts/ButtonLink';
import { CommunityRing } from '~/parts/CommunityRing';
import { Banner } from '~/ui/Banner';
import { classes } from '~/ui/classes';
import { CommunityDates } from './CommunityDates';
import { MembershipButton } from './MembershipButton';

/** A name that would not fit on two lines of the largest size. */
const LONG_NAME = 36;

/** Whose place this is: ring, name, purpose, and the facts in one line. The line under it has the community's hue. */
export function CommunityHeader({ community }: { community: CommunityView }) {
  const text = useText();
  const { id, kind, name, purpose, memberCount, startsOn, endsOn, status, visibility, archivedAt } =
    community;
  const members: string = `/communities/${id}/members`;
  return (
    <header
      className="community-hue border-b-2 border-current pt-6 pb-4"
      style={{ '--hue': community.hue } as CSSProperties}
    >
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3 text-ink">
        <CommunityRing community={community} size={52} />
        <div className="min-w-0 flex-1 basis-64">
          <h1 className={classes('wrap-anywhere', name.length > LONG_NAME ? 'text-title' : 'text-page')}>
            {name}
          </h1>
          <ul className="flex flex-wrap gap-x-3 text-small text-quiet tabular-nums">
            <li>{text(`community.kind-${kind}`)}</li>
            {visibility !== 'public' && <li>{text(`community.visibility-${visibility}`)}</li>}
            {status && <li>{text(`community.status-${status}`)}</li>}
            {(startsOn || endsOn) && (
              <li>
                <CommunityDates community={community} />
              </li>
            )}
            <li>
              <Link to={members} className="rounded-sm underline underline-offset-4 hover:text-ink">
                <T id="community.members" n={memberCount} />
              </Link>
            </li>
          </ul>
          {purpose && (
            <p className="line-clamp-2 max-w-measure pt-2 whitespace-pre-line md:line-clamp-4">{purpose}</p>
          )}
        </div>
        <div className="flex flex-wrap items-start gap-2">
          {community.mayManage && kind !== 'person' && (
            <ButtonLink to={`/communities/${id}/edit`} icon="edit">
              <T id="community.edit" />
            </ButtonLink>
          )}
          <MembershipButton community={community} />
        </div>
      </div>
      {archivedAt && (
        <div className="pt-3 text-ink">
          <Banner>
            <T id="community.archived" />
          </Banner>
        </div>
      )}
    </header>
  );
}
