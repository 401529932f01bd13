import { useOwners } from '~/data/members';
import type { CommunityView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { PeopleList } from '~/parts/context/PeopleList';
import { Time } from '~/parts/Time';
import { ActivityLine } from './ActivityLine';
import { CommunityDates } from './CommunityDates';

/** What a community is for, who leads it, who may read it, and how lively it is. */
export function AboutTab({ community }: { community: CommunityView }) {
  const text = useText();
  const { id, kind, purpose, visibility, handle, createdAt, startsOn, endsOn } = community;
  const owners = useOwners(id).data?.map(({ user }) => user) ?? [];
  const facts = [
    owners.length > 0 && {
      name: <T id="context.owners" n={owners.length} />,
      value: <PeopleList people={owners} />,
    },
    (startsOn || endsOn) && {
      name: <T id="community.when" />,
      value: <CommunityDates community={community} />,
    },
    {
      name: text(`community.visibility-${visibility}`),
      value: kind === 'person' ? null : text(`community.visibility-${visibility}-text`),
    },
    handle && { name: <T id="community.handle" />, value: `@${handle}` },
    { name: <T id="community.since" />, value: <Time at={createdAt} /> },
  ];
  return (
    <div className="flex max-w-[42rem] flex-col gap-6 py-6">
      <p className={purpose ? 'max-w-measure whitespace-pre-line' : 'text-quiet'}>
        {purpose || text('community.no-purpose')}
      </p>
      <ActivityLine community={community} />
      <dl className="flex flex-col gap-4">
        {facts.map(
          (fact, place) =>
            fact && (
              // The facts are always in this order.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above.
              <div key={place}>
                <dt className="text-small text-quiet">{fact.name}</dt>
                <dd>{fact.value}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
}
