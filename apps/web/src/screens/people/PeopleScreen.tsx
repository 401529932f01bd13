import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTitle } from '~/app/use-title';
import { usePeople, usePeopleFilters } from '~/data/people';
import type { PeopleFilter } from '~/data/people-filter';
import { useSession } from '~/data/session';
import { useSettled } from '~/data/use-settled';
import { T, useText } from '~/i18n/text';
import { ButtonLink } from '~/parts/ButtonLink';
import { LoadingRows } from '~/parts/Loading';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { PersonChip } from '~/parts/PersonChip';
import { ReadProblem } from '~/parts/ReadProblem';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { Button } from '~/ui/Button';
import { EmptyState } from '~/ui/EmptyState';
import { SearchBox } from '~/ui/SearchBox';
import { PeopleFilters } from './PeopleFilters';

/** Everybody, by name, narrowed down as one likes; the filter stands in the address, so that back leads back. */
export function PeopleScreen() {
  const text = useText();
  const navigate = useNavigate();
  const { user } = useSession();
  const filter = useSearch({ from: '/inside/people' });
  const [typed, setTyped] = useState(filter.q ?? '');
  const settled = useSettled(typed.trim());
  const query = usePeople(filter);
  const people = query.data?.pages.flatMap((page) => page.items) ?? [];
  useTitle(text('nav.people'));

  const change = (part: PeopleFilter) =>
    void navigate({ to: '/people', search: { ...filter, ...part }, replace: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed moves the address.
  useEffect(() => {
    if (settled !== (filter.q ?? '')) change({ q: settled || undefined });
  }, [settled]);

  return (
    <div className="max-w-[42rem]">
      <ScreenHeader title={text('nav.people')}>
        {user.role !== 'guest' && (
          <ButtonLink to="/people/chart" icon="chart">
            <T id="people.chart" />
          </ButtonLink>
        )}
      </ScreenHeader>
      <search className="flex flex-col gap-1 pt-4">
        <SearchBox label={text('people.search-all')} value={typed} onChange={setTyped} />
        <PeopleFilters filter={filter} onChange={change} />
      </search>
      <p role="status" className="min-h-5 text-small text-quiet tabular-nums">
        {query.isSuccess && !query.hasNextPage && people.length > 0 && (
          <T id="people.count" n={people.length} />
        )}
        {query.hasNextPage && <Counted filter={filter} />}
      </p>
      <ReadProblem query={query} />
      {query.isPending && <LoadingRows />}
      <ul className="pt-1">
        {people.map((person) => (
          <li key={person.id} className="border-b border-line py-2">
            <PersonChip person={person}>
              {person.department && person.department !== filter.department && (
                <Button
                  look="quiet"
                  className="mx-0 max-w-[45%] shrink-0"
                  aria-label={text('people.only', { department: person.department })}
                  onPress={() => change({ department: person.department ?? undefined })}
                >
                  <span className="truncate">{person.department}</span>
                </Button>
              )}
            </PersonChip>
          </li>
        ))}
      </ul>
      {query.isSuccess && people.length === 0 && (
        <EmptyState title={<T id="people.none" />}>
          <T id="people.none-text" />
        </EmptyState>
      )}
      <MoreOnScroll query={query} />
    </div>
  );
}

/** How many there are where the page does not hold them all: known without a filter, or with a single one. */
function Counted({ filter }: { filter: PeopleFilter }) {
  const { data } = usePeopleFilters();
  const { q, department, location, skill } = filter;
  const asked = [department, location, skill].filter((one) => one !== undefined);
  if (!data || q || asked.length > 1) return null;
  const choices = department ? data.departments : location ? data.locations : data.skills;
  const [name] = asked;
  const n = name ? choices.find((one) => one.name.toLowerCase() === name.toLowerCase())?.people : data.people;
  return n === undefined ? null : <T id="people.count" n={n} />;
}
