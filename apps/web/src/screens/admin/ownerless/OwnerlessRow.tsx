import { useState } from 'react';
import { useAppointOwner } from '~/data/ownerless';
import { asProblem } from '~/data/problem';
import { useMyId } from '~/data/session';
import type { OwnerlessCommunity } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { PeopleSearch } from '~/parts/PeopleSearch';
import { Button } from '~/ui/Button';
import { Select } from '~/ui/Select';

/** One of them, and who takes over: one of its members, or any colleague when nobody is left in it. */
export function OwnerlessRow({ community }: { community: OwnerlessCommunity }) {
  const { id, name, kind, memberCount, candidates } = community;
  const text = useText();
  const myId = useMyId();
  const appoint = useAppointOwner(id);
  const [chosen, setChosen] = useState(candidates[0]?.id ?? '');
  const isFromMembers = candidates.length > 0;

  return (
    <li className="border-t border-line py-3">
      <p>
        <span className="font-medium">{name}</span>{' '}
        <span className="text-small text-quiet">
          <T id={`community.kind-${kind}`} /> · <T id="community.members" n={memberCount} />
        </span>
      </p>
      {isFromMembers ? (
        <div className="flex flex-wrap items-end gap-3 pt-2">
          <div className="min-w-48 flex-1">
            <Select
              label={text('ownerless.choose', { name })}
              value={chosen}
              onChange={setChosen}
              options={candidates.map((person) => ({ id: person.id, label: person.name }))}
            />
          </div>
          <Button isPending={appoint.isPending} onPress={() => appoint.mutate(chosen)}>
            <T id="ownerless.appoint" />
          </Button>
        </div>
      ) : (
        <PeopleSearch
          label={text('ownerless.search', { name })}
          without={new Set([myId])}
          action={(person) => (
            <Button isPending={appoint.isPending} onPress={() => appoint.mutate(person.id)}>
              <T id="ownerless.appoint" />
            </Button>
          )}
        />
      )}
      <FormProblem problem={appoint.error ? asProblem(appoint.error) : null} />
    </li>
  );
}
