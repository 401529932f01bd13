import { type FormEvent, useState } from 'react';
import { useChangePassword } from '~/data/account';
import { useSession } from '~/data/session';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { PasswordField } from '~/parts/PasswordField';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';

/** A new password; the old one proves who asks. Other devices are logged out by it. */
export function PasswordForm() {
  const { user } = useSession();
  const change = useChangePassword();
  const { problem, fields } = useFormProblem(change.error);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    const done = () => {
      setCurrent('');
      setPassword('');
    };
    change.mutate({ current, password }, { onSuccess: done });
  }

  return (
    <form onSubmit={submit} className="flex max-w-sm flex-col gap-5" noValidate>
      {/* Tells password managers whose password this is. */}
      <input type="email" autoComplete="username" value={user.email} readOnly hidden />
      <PasswordField
        isNew={false}
        label={<T id="password.current" />}
        name="current"
        value={current}
        onChange={setCurrent}
        error={fields.current}
      />
      <PasswordField
        isNew
        label={<T id="password.new" />}
        value={password}
        onChange={setPassword}
        error={fields.password}
      />
      <FormProblem problem={problem} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" isPending={change.isPending} isDisabled={current === '' || password === ''}>
          <T id="password.submit" />
        </Button>
        <span role="status" className="text-quiet">
          {change.isSuccess && <T id="password.changed" />}
        </span>
      </div>
    </form>
  );
}
