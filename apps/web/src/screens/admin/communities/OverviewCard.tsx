import { Link } from '@tanstack/react-router';
import { useArchive } from '~/data/community-edit';
import { asProblem } from '~/data/problem';
import type { CommunityOverview } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { FormProblem } from '~/parts/FormProblem';
import { PersonName } from '~/parts/PersonName';
import { Time } from '~/parts/Time';
import { Button } from '~/ui/Button';

/** One community: what it is, whom to ask about it, whether it is used, and putting it away. */
export function OverviewCard({ community }: { community: CommunityOverview }) {
  const { id, name, kind, visibility, memberCount, owners, activeAt, archivedAt } = community;
  const text = useText();
  const archive = useArchive(id);
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-md border border-line p-4">
      <Link
        to="/communities/$communityId"
        params={{ communityId: id }}
        className="flex items-start gap-3 hover:underline"
      >
        <CommunityRing community={community} size={32} />
        <span className="min-w-0 flex-1 font-medium wrap-anywhere">{name}</span>
      </Link>
      <p className="flex flex-wrap gap-x-3 text-small text-quiet tabular-nums">
        <span>
          <T id={`community.kind-${kind}`} />
        </span>
        <span>
          <T id={`community.visibility-${visibility}`} />
        </span>
        <span>
          <T id="community.members" n={memberCount} />
        </span>
        <span>
          <T id="overview.active" when={<Time at={activeAt} />} />
        </span>
      </p>
      <p className="flex min-w-0 flex-wrap gap-x-3 text-small">
        {owners.map((person) => (
          <PersonName key={person.id} person={person} />
        ))}
        {owners.length === 0 && (
          <span className="text-signal-text">
            <T id="overview.no-owner" />
          </span>
        )}
      </p>
      <FormProblem problem={archive.error ? asProblem(archive.error) : null} />
      {kind !== 'company' && (
        <Button
          look="quiet"
          className="mt-auto self-start"
          aria-label={text(archivedAt ? 'overview.restore' : 'overview.archive', { name })}
          isPending={archive.isPending}
          onPress={() => archive.mutate(archivedAt === null)}
        >
          <T id={archivedAt ? 'archive.restore' : 'archive.submit'} />
        </Button>
      )}
    </li>
  );
}
