import { useState } from 'react';
import { useAdmit, useInvite } from '~/data/members';
import { asProblem } from '~/data/problem';
import type { CommunityView, MemberView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { PeopleSearch } from '~/parts/PeopleSearch';
import { Button } from '~/ui/Button';

/** Lets people in at once; where not everybody may come in, they can be asked instead and decide themselves. */
export function AddPeople({ community, known }: { community: CommunityView; known: MemberView[] }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const admit = useAdmit(community.id);
  const invite = useInvite(community.id);
  const error = admit.error ?? invite.error;
  const done = new Set(known.map(({ user }) => user.id));
  if (!isOpen) {
    return (
      <Button icon="plus" className="mt-4" onPress={() => setOpen(true)}>
        <T id="members.add" />
      </Button>
    );
  }
  return (
    <section aria-label={text('members.add')} className="flex flex-col gap-2 pt-5">
      <h2 className="font-semibold">
        <T id="members.add" />
      </h2>
      <PeopleSearch
        label={text('people.search')}
        without={done}
        autoFocus
        action={(person) => (
          <span className="flex shrink-0 gap-2">
            {community.visibility !== 'public' && (
              <Button look="quiet" className="mx-0" onPress={() => invite.mutate(person.id)}>
                <T id="members.invite" />
              </Button>
            )}
            <Button onPress={() => admit.mutate({ userId: person.id })}>
              <T id="members.add-one" />
            </Button>
          </span>
        )}
      />
      <FormProblem problem={error ? asProblem(error) : null} />
    </section>
  );
}
