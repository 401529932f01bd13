import type { PersonChip } from '~/data/types';
import { T } from '~/i18n/text';
import { RowLink } from './RowLink';

/** A name that leads to the person. Who is from outside is marked so, wherever they are named. */
export function PersonName({ person }: { person: Pick<PersonChip, 'id' | 'name' | 'guest'> }) {
  return (
    <>
      <RowLink
        to={`/people/${person.id}`}
        className="rounded-sm font-medium hover:underline hover:underline-offset-4"
      >
        {person.name}
      </RowLink>
      {person.guest && <GuestMark />}
    </>
  );
}

export const GuestMark = () => (
  <span className="ml-1.5 rounded-sm border border-edge px-1 align-baseline text-small leading-4 text-quiet">
    <T id="person.guest" />
  </span>
);
