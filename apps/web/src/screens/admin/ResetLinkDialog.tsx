import { useMakeResetLink } from '~/data/admin';
import { asProblem } from '~/data/problem';
import type { UserView } from '~/data/types';
import { useIntl } from '~/i18n/Language';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { Button } from '~/ui/Button';
import { Dialog } from '~/ui/Dialog';
import { CopiedLink } from './CopiedLink';

/** A way back in for somebody who forgot the password; told this once, and handed over by hand. */
export function ResetLinkDialog({ user, onClose }: { user: UserView; onClose(): void }) {
  const text = useText();
  const intl = useIntl();
  const make = useMakeResetLink(user.id);
  return (
    <Dialog
      isOpen
      isAlert
      wide
      onClose={onClose}
      title={<T id="reset-link.title" name={user.name} />}
      actions={
        <>
          <Button onPress={onClose}>
            <T id={make.data ? 'done' : 'cancel'} />
          </Button>
          {!make.data && (
            <Button look="primary" isPending={make.isPending} onPress={() => make.mutate()}>
              <T id="reset-link.make" />
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3 pb-2">
        <FormProblem problem={make.error ? asProblem(make.error) : null} />
        {make.data ? (
          <>
            <CopiedLink label={text('reset-link.link')} url={make.data.url} />
            <p className="text-small text-quiet">
              <T id="reset-link.once" time={intl.formatTime(make.data.expiresAt)} />
            </p>
          </>
        ) : (
          <p>
            <T id="reset-link.text" />
          </p>
        )}
      </div>
    </Dialog>
  );
}
