import { useState } from 'react';
import { useTitle } from '~/app/use-title';
import { usePeople } from '~/data/people';
import { asProblem } from '~/data/problem';
import { useSettled } from '~/data/use-settled';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { LoadingRows } from '~/parts/Loading';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { PersonChip } from '~/parts/PersonChip';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { Button } from '~/ui/Button';
import { EmptyState } from '~/ui/EmptyState';
import { SearchBox } from '~/ui/SearchBox';

/** Everybody, by name. A department in the list is also the way to see only that one. */
export function PeopleScreen() {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [department, setDepartment] = useState<string | null>(null);
  const q = useSettled(typed.trim());
  const query = usePeople({ ...(q ? { q } : {}), ...(department ? { department } : {}) });
  const people = query.data?.pages.flatMap((page) => page.items) ?? [];
  useTitle(text('nav.people'));
  return (
    <div className="max-w-[42rem]">
      <ScreenHeader title={text('nav.people')} />
      <search className="flex flex-col items-start gap-2 pt-4">
        <SearchBox label={text('people.search-all')} value={typed} onChange={setTyped} />
        {department && (
          <Button icon="cross" onPress={() => setDepartment(null)}>
            <T id="people.only" department={department} />
          </Button>
        )}
      </search>
      {query.isError && <FormProblem problem={asProblem(query.error)} />}
      {query.isPending && <LoadingRows />}
      <ul className="pt-2">
        {people.map((person) => (
          <li key={person.id} className="border-b border-line py-2">
            <PersonChip person={person}>
              {person.department && person.department !== department && (
                <Button
                  look="quiet"
                  className="-mr-2 ml-0 max-w-[45%] shrink-0"
                  aria-label={text('people.only', { department: person.department })}
                  onPress={() => setDepartment(person.department)}
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
