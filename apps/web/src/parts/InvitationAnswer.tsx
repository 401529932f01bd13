import { useCommunity, useDecline, useJoin } from '~/data/communities';
import { asProblem } from '~/data/problem';
import { useProblemText } from '~/i18n/problem-text';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';

/** I was asked into a community and did not answer yet: yes or no. Nothing, when there is nothing to answer. */
export function InvitationAnswer(props: { communityId: string; onJoined?(): void; onDeclined(): void }) {
  const { communityId, onJoined, onDeclined } = props;
  const { data: community, isError } = useCommunity(communityId);
  const join = useJoin(communityId);
  const decline = useDecline(communityId, onDeclined);
  const problemText = useProblemText();
  const error = join.error ?? decline.error;
  if (isError || !community || community.mine || community.request !== 'invited') return null;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap gap-2">
        {!community.archivedAt && (
          <Button
            look="primary"
            onPress={() => join.mutate(undefined, { onSuccess: () => onJoined?.() })}
            isPending={join.isPending}
          >
            <T id="community.join" />
          </Button>
        )}
        <Button onPress={() => decline.mutate()} isPending={decline.isPending}>
          <T id="community.decline" />
        </Button>
      </div>
      {error && (
        <p role="alert" className="text-small text-danger">
          {problemText.whole(asProblem(error))}
        </p>
      )}
    </div>
  );
}
