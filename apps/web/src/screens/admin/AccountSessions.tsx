import { useEndSessionOf, useSessionsOf } from '~/data/admin';
import type { UserView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { SessionList } from '~/parts/sessions/SessionList';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { Dialog } from '~/ui/Dialog';
import { LoadingRing } from '~/ui/Ring';

/** Where somebody is logged in, to end it: a lost phone, a shared machine. */
export function AccountSessions({ user, onClose }: { user: UserView; onClose(): void }) {
  const text = useText();
  const { data, error } = useSessionsOf(user.id);
  const end = useEndSessionOf(user.id);
  const { problem } = useFormProblem(error ?? end.error);
  const sessions = data?.items;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<T id="account-sessions.title" name={user.name} />}
      actions={
        <>
          {sessions && sessions.length > 1 && (
            <Button
              look="danger"
              isPending={end.isPending && end.variables === null}
              onPress={() => end.mutate(null)}
            >
              <T id="account-sessions.end-all" />
            </Button>
          )}
          <Button onPress={onClose}>
            <T id="done" />
          </Button>
        </>
      }
    >
      <FormProblem problem={problem} />
      {!sessions && !problem && <LoadingRing label={text('loading')} />}
      {sessions?.length === 0 && (
        <p className="py-2 text-quiet">
          <T id="account-sessions.none" />
        </p>
      )}
      {sessions && (
        <SessionList
          sessions={sessions}
          ending={end.isPending ? end.variables : undefined}
          onEnd={(id) => end.mutate(id)}
        />
      )}
    </Dialog>
  );
}
