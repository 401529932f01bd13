import { Link } from '@tanstack/react-router';
import type { PersonChip } from '~/data/types';
import { Portrait } from '../Portrait';

/** People in the third column: a face and a name a line, each leading to the person. */
export function PeopleList({ people }: { people: PersonChip[] }) {
  return (
    <ul className="flex flex-col">
      {people.map((person) => (
        <li key={person.id}>
          <Link
            to="/people/$userId"
            params={{ userId: person.id }}
            className="touchable -mx-2 flex items-center gap-2.5 rounded-md px-2 py-1 hover:bg-wash"
          >
            <Portrait person={person} size={24} />
            <span className="min-w-0 flex-1 truncate">{person.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
