import type { ReactNode } from 'react';
import type { PersonChip as Person } from '~/data/types';
import { PersonName } from './PersonName';
import { Portrait } from './Portrait';

/** Somebody in a list: portrait, name, and what they do; room for one more thing at the end. */
export function PersonChip({ person, children }: { person: Person; children?: ReactNode }) {
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Portrait person={person} size={36} />
      <div className="min-w-0 flex-1">
        <div className="flex min-w-0 items-baseline [&>a]:wrap-anywhere [&>a]:min-w-0 [&>span]:shrink-0">
          <PersonName person={person} />
        </div>
        {person.title && <div className="text-small text-quiet wrap-anywhere">{person.title}</div>}
      </div>
      {children}
    </div>
  );
}
