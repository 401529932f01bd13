import { type FormEvent, useState } from 'react';
import { useLogInAgain } from '~/data/session';
import { useWhySessionOver } from '~/data/session-over';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { PasswordField } from '~/parts/PasswordField';
import { useFormProblem } from '~/parts/use-form-problem';
import { whyTexts } from '~/parts/why-texts';
import { Button } from '~/ui/Button';
import { Dialog } from '~/ui/Dialog';

/** Over the page, which stays as it is underneath: what was being written is still there afterwards, and is sent. */
export function LogInAgain({ email }: { email: string }) {
  const why = useWhySessionOver();
  const logIn = useLogInAgain();
  const { problem, fields } = useFormProblem(logIn.error);
  const [password, setPassword] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    logIn.mutate({ email, password });
  }

  return (
    <Dialog
      isOpen
      isAlert
      covers
      onClose={() => {}}
      title={<T id={why ? whyTexts[why] : 'log-in-again.title'} />}
    >
      <form onSubmit={submit} className="flex flex-col gap-4 pb-4" noValidate>
        <p className="text-quiet">
          <T id="log-in-again.text" />
        </p>
        <FormProblem problem={problem} />
        <p>
          <T id="log-in-again.as" email={email} />
        </p>
        {/* For password managers, which look for the name beside the password. */}
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          isNew={false}
          isFirst
          value={password}
          onChange={setPassword}
          error={fields.password}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={() => window.location.assign('/login')}>
            <T id="log-in-again.other" />
          </Button>
          <Button type="submit" look="primary" isPending={logIn.isPending}>
            <T id="log-in.submit" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
