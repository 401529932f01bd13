import { useAdmit, useTurnAway, useWaiting } from '~/data/members';
import { asProblem } from '~/data/problem';
import type { PersonChip } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { Button } from '~/ui/Button';

/** Who asks to come in and still waits, each to be let in or refused right here. */
export function RequestAnswer(props: { communityId: string; actors: PersonChip[]; onAnswered(): void }) {
  const { communityId, actors, onAnswered } = props;
  const { data } = useWaiting(communityId, 'requests', true);
  const waiting = actors.filter(({ id }) => data?.items.some(({ user }) => user.id === id));
  if (!data) return null;
  if (waiting.length === 0)
    return (
      <p className="text-small text-quiet">
        <T id="notifications.answered" />
      </p>
    );
  return (
    <ul className="flex flex-col gap-1 py-1">
      {waiting.map((person) => (
        <Request
          key={person.id}
          communityId={communityId}
          person={person}
          isNamed={waiting.length > 1}
          onAnswered={waiting.length === 1 ? onAnswered : undefined}
        />
      ))}
    </ul>
  );
}

function Request(props: {
  communityId: string;
  person: PersonChip;
  isNamed: boolean;
  onAnswered: (() => void) | undefined;
}) {
  const { communityId, person, isNamed, onAnswered } = props;
  const text = useText();
  const admit = useAdmit(communityId);
  const refuse = useTurnAway(communityId, 'requests');
  const error = admit.error ?? refuse.error;
  const { name } = person;
  return (
    <li className="flex flex-wrap items-center gap-2">
      {isNamed && <span className="min-w-32">{name}</span>}
      <Button
        look="primary"
        isPending={admit.isPending}
        aria-label={text('notifications.approve', { name })}
        onPress={() => admit.mutate({ userId: person.id }, { onSuccess: onAnswered })}
      >
        <T id="members.approve" />
      </Button>
      <Button
        isPending={refuse.isPending}
        aria-label={text('notifications.refuse', { name })}
        onPress={() => refuse.mutate(person.id, { onSuccess: onAnswered })}
      >
        <T id="members.refuse" />
      </Button>
      <FormProblem problem={error ? asProblem(error) : null} />
    </li>
  );
}
