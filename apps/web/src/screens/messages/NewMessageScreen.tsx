import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTitle } from '~/app/use-title';
import { useStartConversation } from '~/data/conversations';
import { asProblem } from '~/data/problem';
import { useMyId } from '~/data/session';
import type { PersonChip } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { PeopleSearch } from '~/parts/PeopleSearch';
import { Portrait } from '~/parts/Portrait';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { Button, IconButton } from '~/ui/Button';

/** Whom to talk with. With one person there is one conversation, which is found again. */
export function NewMessageScreen() {
  const text = useText();
  const navigate = useNavigate();
  const myId = useMyId();
  const start = useStartConversation();
  const [chosen, setChosen] = useState<PersonChip[]>([]);
  useTitle(text('messages.new'));

  const begin = () =>
    start.mutate(
      chosen.map(({ id }) => id),
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/messages/$communityId', params: { communityId: id }, replace: true }),
      },
    );

  return (
    <div className="max-w-[36rem]">
      <ScreenHeader title={text('messages.new')}>
        <Button look="primary" isDisabled={chosen.length === 0} isPending={start.isPending} onPress={begin}>
          <T id="messages.begin" />
        </Button>
      </ScreenHeader>
      <FormProblem problem={start.error ? asProblem(start.error) : null} />
      {chosen.length > 0 && (
        <ul aria-label={text('messages.with')} className="flex flex-wrap gap-2 pt-4">
          {chosen.map((person) => (
            <li key={person.id} className="flex min-w-0 items-center gap-2 rounded-3xl bg-wash py-1 pl-1">
              <Portrait person={person} size={28} />
              <span className="min-w-0 wrap-anywhere">{person.name}</span>
              <IconButton
                icon="cross"
                label={text('messages.without', { name: person.name })}
                onPress={() => setChosen(chosen.filter(({ id }) => id !== person.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="pt-4">
        <PeopleSearch
          key={chosen.length}
          label={text('people.search')}
          autoFocus
          without={new Set([myId, ...chosen.map(({ id }) => id)])}
          action={(person) => (
            <Button onPress={() => setChosen([...chosen, person])}>
              <T id="members.add-one" />
            </Button>
          )}
        />
      </div>
    </div>
  );
}
