import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useJoin, useLeave, useSetLevel, useWithdrawRequest } from '~/data/communities';
import { asProblem } from '~/data/problem';
import { useMyId } from '~/data/session';
import type { CommunityView, Level } from '~/data/types';
import { useProblemText } from '~/i18n/problem-text';
import { T, useText } from '~/i18n/text';
import { InvitationAnswer } from '~/parts/InvitationAnswer';
import { Button } from '~/ui/Button';
import { Menu } from '~/ui/Menu';
import { LeaveDialog } from './LeaveDialog';

const levels: Level[] = ['all', 'threads', 'mentions', 'none'];

/** Join, ask, withdraw; and for members, how much they want to hear and the way out. */
export function MembershipButton({ community }: { community: CommunityView }) {
  const { id, mine, request, visibility, kind, archivedAt } = community;
  const text = useText();
  const problemText = useProblemText();
  const join = useJoin(id);
  const leave = useLeave(id);
  const withdraw = useWithdrawRequest(id, useMyId());
  const setLevel = useSetLevel(id);
  const [isLeaving, setLeaving] = useState(false);
  const navigate = useNavigate();
  /** Once declined it is as if it had never been there. */
  const leaveWhatIsSecret = () => {
    if (visibility === 'secret') void navigate({ to: '/communities', replace: true });
  };
  const error = join.error ?? withdraw.error ?? setLevel.error;

  return (
    <div className="flex flex-col items-end gap-1">
      {!mine && request === 'pending' && (
        <Button onPress={() => withdraw.mutate()} isPending={withdraw.isPending}>
          <T id="community.withdraw" />
        </Button>
      )}
      {request === 'invited' && <InvitationAnswer communityId={id} onDeclined={leaveWhatIsSecret} />}
      {!mine && !request && !archivedAt && (
        <Button look="primary" onPress={() => join.mutate()} isPending={join.isPending}>
          <T id={visibility === 'public' ? 'community.join' : 'community.request'} />
        </Button>
      )}
      {mine && (
        <Menu
          icon={mine.level === 'none' ? 'muted' : 'bell'}
          label={text('community.membership')}
          words={<T id="nav.notifications" />}
          entries={() => [
            ...levels.map((level) => ({
              id: level,
              icon: mine.level === level ? ('tick' as const) : ('none' as const),
              label: text(`level.${level}`),
              onAction: () => setLevel.mutate(level),
            })),
            kind !== 'company' && {
              id: 'leave',
              icon: 'logOut' as const,
              label: text('community.leave'),
              onAction: () => setLeaving(true),
            },
          ]}
        />
      )}
      {error && (
        <p role="alert" className="text-small text-danger">
          {problemText.whole(asProblem(error))}
        </p>
      )}
      {isLeaving && (
        <LeaveDialog
          community={community}
          leave={leave}
          onClose={() => {
            setLeaving(false);
            leave.reset();
          }}
        />
      )}
    </div>
  );
}
