import { useState } from 'react';
import { useSetActive, useSetRole } from '~/data/admin';
import { useMyId } from '~/data/session';
import type { UserView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { PersonName } from '~/parts/PersonName';
import { Portrait } from '~/parts/Portrait';
import { useFormProblem } from '~/parts/use-form-problem';
import { Menu } from '~/ui/Menu';
import { AccountSessions } from './AccountSessions';
import { DeactivateDialog } from './DeactivateDialog';
import { ResetLinkDialog } from './ResetLinkDialog';
import { RoleDialog } from './RoleDialog';
import { roleNames } from './role-names';

type Asking = 'role' | 'reset' | 'sessions' | 'deactivate';

/** One account. Nobody changes or deactivates themselves here: that is how installations lose their administrator. */
export function AccountRow({ user }: { user: UserView }) {
  const text = useText();
  const isMe = useMyId() === user.id;
  const setRole = useSetRole(user.id);
  const setActive = useSetActive(user.id);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { problem } = useFormProblem(asking ? null : setActive.error);
  const isActive = !user.deactivated;
  const mayChange = !isMe && user.role !== 'bot';
  const ask = (what: Asking) => () => setAsking(what);
  const close = () => {
    setAsking(null);
    setActive.reset();
    setRole.reset();
  };

  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 border-b border-line py-2.5 sm:grid-cols-[auto_minmax(0,1fr)_auto_auto]">
      <Portrait person={user} size={36} />
      <div className="min-w-0 wrap-anywhere">
        <p>
          <PersonName person={user} />
          {isMe && (
            <span className="text-quiet">
              {' '}
              <T id="admin.you" />
            </span>
          )}
        </p>
        <p className="text-small text-quiet">{[user.email, user.department].filter(Boolean).join(' · ')}</p>
      </div>
      <p className="col-start-2 row-start-2 text-small text-quiet sm:col-start-3 sm:row-start-1">
        <T id={user.deactivated ? 'admin.is-deactivated' : roleNames[user.role]} />
      </p>
      {mayChange ? (
        <Menu
          icon="more"
          label={text('admin.actions', { name: user.name })}
          entries={() => [
            isActive && {
              id: 'role',
              label: text(user.role === 'member' ? 'admin.make-admin' : 'admin.make-member'),
              icon: 'person',
              onAction: ask('role'),
            },
            isActive && {
              id: 'reset',
              label: text('reset-link.make'),
              icon: 'link',
              onAction: ask('reset'),
            },
            isActive && {
              id: 'sessions',
              label: text('account-sessions.show'),
              icon: 'history',
              onAction: ask('sessions'),
            },
            isActive
              ? {
                  id: 'deactivate',
                  label: text('admin.deactivate'),
                  icon: 'logOut',
                  isDanger: true,
                  onAction: ask('deactivate'),
                }
              : {
                  id: 'reactivate',
                  label: text('admin.reactivate'),
                  icon: 'open',
                  onAction: () => setActive.mutate(true),
                },
          ]}
        />
      ) : (
        <span className="size-7 coarse:size-11" />
      )}
      <div className="col-span-full empty:hidden">
        <FormProblem problem={problem} />
      </div>
      {asking === 'role' && <RoleDialog user={user} setRole={setRole} onClose={close} />}
      {asking === 'reset' && <ResetLinkDialog user={user} onClose={close} />}
      {asking === 'sessions' && <AccountSessions user={user} onClose={close} />}
      {asking === 'deactivate' && <DeactivateDialog user={user} deactivate={setActive} onClose={close} />}
    </li>
  );
}
