import { useState } from 'react';
import { type OverviewFilter, useCommunityCounts, useOverview } from '~/data/all-communities';
import { asProblem } from '~/data/problem';
import { useSettled } from '~/data/use-settled';
import { T, useText } from '~/i18n/text';
import { ButtonLink } from '~/parts/ButtonLink';
import { FormProblem } from '~/parts/FormProblem';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { SearchBox } from '~/ui/SearchBox';
import { Select } from '~/ui/Select';
import { OwnerlessCommunities } from '../ownerless/OwnerlessCommunities';
import { OverviewCard } from './OverviewCard';

/** All communities there are, as far as running the installation goes: who runs them and whether they are used. */
export function AllCommunities() {
  const text = useText();
  const [typed, type] = useState('');
  const [filter, setFilter] = useState<Omit<OverviewFilter, 'q'>>({
    kind: 'all',
    state: 'open',
    sort: 'name',
  });
  const q = useSettled(typed.trim());
  const query = useOverview({ ...filter, q });
  const counts = useCommunityCounts().data;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const choose = (part: Partial<typeof filter>) => setFilter({ ...filter, ...part });
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-measure flex-1 basis-64 text-quiet">
          {counts && <T id="overview.counts" {...counts} />}
        </p>
        <ButtonLink to="/communities/new" icon="plus">
          <T id="palette.community" />
        </ButtonLink>
      </div>
      <OwnerlessCommunities />
      <SearchBox label={text('overview.search')} value={typed} onChange={type} />
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <Select
          inline
          label={text('overview.kind')}
          value={filter.kind}
          onChange={(kind) => choose({ kind })}
          options={[
            { id: 'all', label: text('overview.all-kinds') },
            { id: 'project', label: text('overview.projects') },
            { id: 'group', label: text('overview.groups') },
          ]}
        />
        <Select
          inline
          label={text('overview.state')}
          value={filter.state}
          onChange={(state) => choose({ state })}
          options={[
            { id: 'open', label: text('overview.open') },
            { id: 'public', label: text('community.visibility-public') },
            { id: 'private', label: text('community.visibility-private') },
            { id: 'archived', label: text('community.is-archived') },
          ]}
        />
        <Select
          inline
          label={text('overview.sort')}
          value={filter.sort}
          onChange={(sort) => choose({ sort })}
          options={[
            { id: 'name', label: text('overview.by-name') },
            { id: 'activity', label: text('overview.by-activity') },
            { id: 'members', label: text('overview.by-members') },
          ]}
        />
      </div>
      <FormProblem problem={query.error ? asProblem(query.error) : null} />
      <ul className="grid gap-3 sm:grid-cols-2">
        {items.map((community) => (
          <OverviewCard key={community.id} community={community} />
        ))}
      </ul>
      {query.data && items.length === 0 && (
        <p className="text-quiet">
          <T id="overview.none" />
        </p>
      )}
      <MoreOnScroll query={query} />
    </div>
  );
}
