import { useNavigate } from '@tanstack/react-router';
import { useStartConversation } from '~/data/conversations';
import { asProblem } from '~/data/problem';
import { useIsOnline } from '~/data/realtime/presence';
import { useMyId } from '~/data/session';
import type { UserView } from '~/data/types';
import { T } from '~/i18n/text';
import { ButtonLink } from '~/parts/ButtonLink';
import { FormProblem } from '~/parts/FormProblem';
import { GuestMark } from '~/parts/PersonName';
import { Portrait } from '~/parts/Portrait';
import { Present } from '~/parts/Present';
import { Banner } from '~/ui/Banner';
import { Button } from '~/ui/Button';
import { FollowButton } from './FollowButton';

const settings: string = '/settings';

export function PersonHeader({ person }: { person: UserView }) {
  const navigate = useNavigate();
  const isMe = useMyId() === person.id;
  const isHere = useIsOnline(person.id);
  const start = useStartConversation();
  const { title, department, location, handle, deactivated, personCommunityId } = person;
  const message = () =>
    start.mutate([person.id], {
      onSuccess: ({ id }) => void navigate({ to: '/messages/$communityId', params: { communityId: id } }),
    });
  return (
    <header className="border-b border-line pt-6 pb-5">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-4">
        <Present userId={person.id} isSilent>
          <Portrait person={person} size={80} />
        </Present>
        <div className="min-w-0 flex-1 basis-56">
          <h1 className="text-page wrap-anywhere">
            {person.name}
            {person.guest && <GuestMark />}
          </h1>
          {(title || department || location) && (
            <p className="wrap-anywhere">{[title, department, location].filter(Boolean).join(' · ')}</p>
          )}
          <p className="text-small text-quiet">
            @{handle}
            {isHere && (
              <>
                {' · '}
                <T id="person.here" />
              </>
            )}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {isMe && (
            <ButtonLink to={settings} icon="edit">
              <T id="person.edit" />
            </ButtonLink>
          )}
          {!isMe && !deactivated && (
            <>
              {personCommunityId && <FollowButton userId={person.id} personCommunityId={personCommunityId} />}
              <Button icon="message" isPending={start.isPending} onPress={message}>
                <T id="person.message" />
              </Button>
            </>
          )}
        </div>
      </div>
      {deactivated && (
        <div className="pt-4">
          <Banner>
            <T id="person.deactivated" name={person.name} />
          </Banner>
        </div>
      )}
      <FormProblem problem={start.error ? asProblem(start.error) : null} />
    </header>
  );
}
