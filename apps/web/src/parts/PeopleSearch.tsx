import { type ReactNode, useState } from 'react';
import { usePeople } from '~/data/people';
import type { UserView } from '~/data/types';
import { useSettled } from '~/data/use-settled';
import { T } from '~/i18n/text';
import { SearchBox } from '~/ui/SearchBox';
import { PersonChip } from './PersonChip';

const FEW = 8;

/** Looks somebody up, and offers to do something with them. */
export function PeopleSearch(props: {
  label: string;
  without: ReadonlySet<string>;
  autoFocus?: boolean;
  action(person: UserView): ReactNode;
}) {
  const { label, without, autoFocus = false, action } = props;
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const query = usePeople({ q }, q !== '');
  const found = (query.data?.pages[0]?.items ?? []).filter(({ id }) => !without.has(id)).slice(0, FEW);
  return (
    <div>
      <SearchBox label={label} value={typed} onChange={setTyped} autoFocus={autoFocus} />
      {q !== '' && (
        <ul aria-live="polite" className="pt-1">
          {found.map((person) => (
            <li key={person.id} className="border-b border-line py-2">
              <PersonChip person={person}>{action(person)}</PersonChip>
            </li>
          ))}
          {query.isSuccess && !query.isFetching && found.length === 0 && (
            <li className="py-2 text-quiet">
              <T id="people.none" />
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
