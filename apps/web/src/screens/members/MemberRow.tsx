import { useAdmit, useRemoveMember } from '~/data/members';
import { asProblem } from '~/data/problem';
import { useMyId } from '~/data/session';
import type { CommunityView, MembershipRole, MemberView } from '~/data/types';
import { useProblemText } from '~/i18n/problem-text';
import { T, useText } from '~/i18n/text';
import { PersonChip } from '~/parts/PersonChip';
import { Menu } from '~/ui/Menu';

const roles: MembershipRole[] = ['member', 'moderator', 'owner'];

/** A member and their role; owners change it, and those who run the place take people out. */
export function MemberRow({ member, community }: { member: MemberView; community: CommunityView }) {
  const text = useText();
  const problemText = useProblemText();
  const myId = useMyId();
  const { user, role } = member;
  const admit = useAdmit(community.id);
  const remove = useRemoveMember(community.id);
  const error = admit.error ?? remove.error;
  const isOwner = community.mine?.role === 'owner';
  const isMe = user.id === myId;
  const mayChange = isOwner && !community.archivedAt && community.kind !== 'person';
  const isClosed = community.kind === 'company' || community.kind === 'person';
  const mayRemove = !isMe && !isClosed && community.mayManage && (isOwner || role === 'member');
  const act = (deed: () => void) => {
    admit.reset();
    remove.reset();
    deed();
  };
  return (
    <li className="border-b border-line py-2">
      <PersonChip person={user}>
        <span className="shrink-0 text-small text-quiet">
          <T id={`role.${role}`} />
        </span>
        {(mayChange || mayRemove) && (
          <Menu
            icon="more"
            label={text('members.more', { name: user.name })}
            entries={() => [
              ...roles.map(
                (other) =>
                  mayChange &&
                  other !== role && {
                    id: other,
                    label: text(`role.make-${other}`),
                    onAction: () => act(() => admit.mutate({ userId: user.id, role: other })),
                  },
              ),
              mayRemove && {
                id: 'remove',
                icon: 'remove' as const,
                isDanger: true,
                label: text('members.remove'),
                onAction: () => act(() => remove.mutate(user.id)),
              },
            ]}
          />
        )}
      </PersonChip>
      {error && (
        <p role="alert" className="pl-12 text-small text-danger">
          {problemText.whole(asProblem(error))}
        </p>
      )}
    </li>
  );
}
