import { useAdmit, useTurnAway, useWaiting } from '~/data/members';
import { asProblem } from '~/data/problem';
import type { Waiting } from '~/data/types';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { PersonChip } from '~/parts/PersonChip';
import { Time } from '~/parts/Time';
import { Button } from '~/ui/Button';

type What = 'requests' | 'invitations';

/** Who asked to come in and waits for an answer, or was asked and did not answer yet. */
export function WaitingList({ communityId, what }: { communityId: string; what: What }) {
  const { data } = useWaiting(communityId, what, true);
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby={what} className="pt-5">
      <h2 id={what} className="font-semibold">
        <T id={what === 'requests' ? 'members.requests' : 'members.invitations'} n={data.items.length} />
      </h2>
      <ul>
        {data.items.map((waiting) => (
          <WaitingRow key={waiting.user.id} communityId={communityId} what={what} waiting={waiting} />
        ))}
      </ul>
    </section>
  );
}

function WaitingRow(props: { communityId: string; what: What; waiting: Waiting }) {
  const { communityId, what, waiting } = props;
  const userId = waiting.user.id;
  const admit = useAdmit(communityId);
  const turnAway = useTurnAway(communityId, what);
  const error = admit.error ?? turnAway.error;
  return (
    <li className="flex flex-col gap-1 border-b border-line py-2">
      <PersonChip person={waiting.user}>
        <span className="hidden shrink-0 text-small text-quiet sm:inline">
          <Time at={waiting.createdAt} />
        </span>
        <Button
          look="quiet"
          className="mx-0"
          isPending={turnAway.isPending}
          onPress={() => turnAway.mutate(userId)}
        >
          <T id={what === 'requests' ? 'members.refuse' : 'members.withdraw'} />
        </Button>
        {what === 'requests' && (
          <Button look="primary" isPending={admit.isPending} onPress={() => admit.mutate({ userId })}>
            <T id="members.approve" />
          </Button>
        )}
      </PersonChip>
      <FormProblem problem={error ? asProblem(error) : null} />
    </li>
  );
}
