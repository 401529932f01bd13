import type { useSetRole } from '~/data/admin';
import { asProblem } from '~/data/problem';
import type { UserView } from '~/data/types';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { Button } from '~/ui/Button';
import { Dialog } from '~/ui/Dialog';

/** What the other role means, before it is given: much of it cannot be seen back in the list. */
export function RoleDialog(props: {
  user: UserView;
  setRole: ReturnType<typeof useSetRole>;
  onClose(): void;
}) {
  const { user, setRole, onClose } = props;
  const role = user.role === 'member' ? 'admin' : 'member';
  return (
    <Dialog
      isOpen
      isAlert
      onClose={onClose}
      title={<T id={role === 'admin' ? 'role-dialog.admin' : 'role-dialog.member'} name={user.name} />}
      actions={
        <>
          <Button onPress={onClose}>
            <T id="cancel" />
          </Button>
          <Button
            look="primary"
            isPending={setRole.isPending}
            onPress={() => setRole.mutate(role, { onSuccess: onClose })}
          >
            <T id={role === 'admin' ? 'admin.make-admin' : 'admin.make-member'} />
          </Button>
        </>
      }
    >
      <p className="pb-2">
        {role === 'admin' && <T id="role-dialog.admin-text" />}
        {user.role === 'admin' && <T id="role-dialog.from-admin-text" />}
        {user.role === 'guest' && <T id="role-dialog.from-guest-text" />}
      </p>
      <FormProblem problem={setRole.error ? asProblem(setRole.error) : null} />
    </Dialog>
  );
}
