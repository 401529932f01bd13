import { useCommunity } from '~/data/communities';
import { useFollowPerson } from '~/data/people';
import { asProblem } from '~/data/problem';
import { useProblemText } from '~/i18n/problem-text';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';

export function FollowButton({ userId, personCommunityId }: { userId: string; personCommunityId: string }) {
  const { data: stream } = useCommunity(personCommunityId);
  const follow = useFollowPerson(userId, personCommunityId);
  const problemText = useProblemText();
  if (!stream) return null;
  const isFollowed = stream.mine !== null;
  return (
    <>
      <Button
        look={isFollowed ? 'plain' : 'primary'}
        isPending={follow.isPending}
        onPress={() => follow.mutate(!isFollowed)}
      >
        <T id={isFollowed ? 'person.unfollow' : 'person.follow'} />
      </Button>
      {follow.error && (
        <p role="alert" className="text-small text-danger">
          {problemText.whole(asProblem(follow.error))}
        </p>
      )}
    </>
  );
}
