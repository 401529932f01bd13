import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTitle } from '~/app/use-title';
import { setupQuery, useLogIn } from '~/data/session';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { OutsideFrame } from '~/parts/OutsideFrame';
import { PasswordField } from '~/parts/PasswordField';
import { useFormProblem } from '~/parts/use-form-problem';
import { whyTexts } from '~/parts/why-texts';
import { Banner } from '~/ui/Banner';
import { Button } from '~/ui/Button';
import { TextField } from '~/ui/TextField';

export function LogInScreen() {
  const text = useText();
  useTitle(text('log-in.title'));
  const { next, why } = useSearch({ from: '/login' });
  const router = useRouter();
  const navigate = useNavigate();
  const { data: setup } = useQuery(setupQuery);
  const logIn = useLogIn();
  const { problem, fields } = useFormProblem(logIn.error);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState({ email: false, password: false });

  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = { email: email.trim() === '', password: password === '' };
    setMissing(missing);
    if (missing.email || missing.password) return;
    logIn.mutate(
      { email: email.trim(), password },
      { onSuccess: () => (next ? router.history.replace(next) : void navigate({ to: '/', replace: true })) },
    );
  }

  return (
    <OutsideFrame name={setup?.organisation?.name} title={<T id="log-in.title" />}>
      <form onSubmit={submit} className="flex flex-col gap-5" noValidate>
        {why && !problem && (
          <Banner>
            <T id={whyTexts[why]} />
          </Banner>
        )}
        <FormProblem problem={problem} />
        <TextField
          label={<T id="field.email" />}
          name="email"
          type="email"
          autoComplete="username"
          autoFocus
          isRequired
          value={email}
          onChange={setEmail}
          error={missing.email ? text('log-in.no-email') : fields.email}
        />
        <PasswordField
          isNew={false}
          value={password}
          onChange={setPassword}
          error={missing.password ? text('log-in.no-password') : fields.password}
        />
        <Button type="submit" look="primary" isPending={logIn.isPending}>
          <T id="log-in.submit" />
        </Button>
        <p className="text-small text-quiet">
          <T id="log-in.forgot" />
        </p>
      </form>
    </OutsideFrame>
  );
}
