import { Link } from '@tanstack/react-router';
import type { PersonChip } from '~/data/types';

/** A name that leads to the person. */
export function PersonName({ person }: { person: Pick<PersonChip, 'id' | 'name'> }) {
  const to: string = `/people/${person.id}`;
  return (
    <Link to={to} className="rounded-sm font-medium hover:underline hover:underline-offset-4">
      {person.name}
    </Link>
  );
}
