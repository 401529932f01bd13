import { Link } from '@tanstack/react-router';
import type { PersonChip } from '~/data/types';
import { T } from '~/i18n/text';

/** A name that leads to the person. Who is from outside is marked so, wherever they are named. */
export function PersonName({ person }: { person: Pick<PersonChip, 'id' | 'name' | 'guest'> }) {
  const to: string = `/people/${person.id}`;
  return (
    <>
      <Link to={to} className="rounded-sm font-medium hover:underline hover:underline-offset-4">
        {person.name}
      </Link>
      {person.guest && <GuestMark />}
    </>
  );
}

export const GuestMark = () => (
  <span className="ml-1.5 rounded-sm border border-edge px-1 align-baseline text-small leading-4 text-quiet">
    <T id="person.guest" />
  </span>
);
