import { useState } from 'react';
import { givenRoles, useSetActive, useSetRole } from '~/data/admin';
import { useMyId } from '~/data/session';
import type { GivenRole, UserView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { PersonName } from '~/parts/PersonName';
import { Portrait } from '~/parts/Portrait';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { Select } from '~/ui/Select';
import { DeactivateDialog } from './DeactivateDialog';
import { roleNames } from './role-names';

/** One account. Nobody changes or deactivates themselves here: that is how installations lose their administrator. */
export function AccountRow({ user }: { user: UserView }) {
  const text = useText();
  const isMe = useMyId() === user.id;
  const setRole = useSetRole(user.id);
  const setActive = useSetActive(user.id);
  const [isAsking, setAsking] = useState(false);
  const { problem } = useFormProblem(setRole.error ?? (isAsking ? null : setActive.error));
  const mayChange = !isMe && user.role !== 'bot';
  const role = setRole.isPending ? setRole.variables : (user.role as GivenRole);

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3">
      <div className="flex min-w-0 flex-1 basis-64 items-center gap-3">
        <Portrait person={user} size={36} />
        <div className="min-w-0 flex-1">
          <p className="truncate">
            <PersonName person={user} />
            {isMe && (
              <span className="text-quiet">
                {' '}
                <T id="admin.you" />
              </span>
            )}
          </p>
          <p className="truncate text-small text-quiet">
            {[user.email, user.department].filter(Boolean).join(' · ')}
          </p>
        </div>
      </div>
      <div className="ml-12 flex items-center gap-4 sm:ml-0">
        {mayChange && !user.deactivated ? (
          <Select<GivenRole>
            inline
            label={text('admin.role-of', { name: user.name })}
            options={givenRoles.map((id) => ({ id, label: text(roleNames[id]) }))}
            value={role}
            onChange={(chosen) => setRole.mutate(chosen)}
            isDisabled={setRole.isPending}
          />
        ) : (
          <span className="text-quiet">
            <T id={user.deactivated ? 'admin.is-deactivated' : roleNames[user.role]} />
          </span>
        )}
        {mayChange && (
          <Button
            look="quiet"
            className="mx-0!"
            isPending={setActive.isPending}
            aria-label={text(user.deactivated ? 'admin.reactivate-label' : 'admin.deactivate-label', {
              name: user.name,
            })}
            onPress={() => (user.deactivated ? setActive.mutate(true) : setAsking(true))}
          >
            <T id={user.deactivated ? 'admin.reactivate' : 'admin.deactivate'} />
          </Button>
        )}
      </div>
      <div className="basis-full empty:hidden">
        <FormProblem problem={problem} />
      </div>
      {isAsking && (
        <DeactivateDialog
          user={user}
          deactivate={setActive}
          onClose={() => {
            setAsking(false);
            setActive.reset();
          }}
        />
      )}
    </li>
  );
}
