import type { useSetActive } from '~/data/admin';
import { asProblem } from '~/data/problem';
import type { UserView } from '~/data/types';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { Button } from '~/ui/Button';
import { Dialog } from '~/ui/Dialog';

export function DeactivateDialog(props: {
  user: UserView;
  deactivate: ReturnType<typeof useSetActive>;
  onClose(): void;
}) {
  const { user, deactivate, onClose } = props;
  return (
    <Dialog
      isOpen
      isAlert
      onClose={onClose}
      title={<T id="deactivate.title" name={user.name} />}
      actions={
        <>
          <Button onPress={onClose}>
            <T id="cancel" />
          </Button>
          <Button
            look="danger"
            isPending={deactivate.isPending}
            onPress={() => deactivate.mutate(false, { onSuccess: onClose })}
          >
            <T id="admin.deactivate" />
          </Button>
        </>
      }
    >
      <p className="pb-2">
        <T id="deactivate.text" />
      </p>
      <FormProblem problem={deactivate.error ? asProblem(deactivate.error) : null} />
    </Dialog>
  );
}
