import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTitle } from '~/app/use-title';
import { setupQuery, useSetUp } from '~/data/session';
import { useReadLanguage } from '~/i18n/read-language';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { OutsideFrame } from '~/parts/OutsideFrame';
import { PasswordField } from '~/parts/PasswordField';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { TextField } from '~/ui/TextField';
import { AlreadySetUp } from './AlreadySetUp';
import { codeInHash } from './code-in-hash';

/** The first five minutes of an installation: its name, and its first administrator. */
export function SetUpScreen() {
  const text = useText();
  const language = useReadLanguage();
  useTitle(text('set-up.title'));
  const navigate = useNavigate();
  const { data: state } = useQuery(setupQuery);
  const setUp = useSetUp();
  const { problem, fields } = useFormProblem(setUp.error);
  const [code, setCode] = useState(() => codeInHash(window.location.hash));
  const [organisation, setOrganisation] = useState('');
  const [admin, setAdmin] = useState({ name: '', email: '', password: '' });
  const change = (part: Partial<typeof admin>) => setAdmin({ ...admin, ...part });

  function submit(event: FormEvent) {
    event.preventDefault();
    setUp.mutate(
      { code: code.trim(), organisation: { name: organisation.trim() }, admin: { ...admin, language } },
      { onSuccess: () => void navigate({ to: '/', replace: true }) },
    );
  }

  if (state && !state.needed && !setUp.isSuccess) return <AlreadySetUp name={state.organisation?.name} />;
  return (
    <OutsideFrame title={<T id="set-up.title" />} lead={<T id="set-up.lead" />}>
      <form onSubmit={submit} className="flex flex-col gap-5" noValidate>
        <FormProblem problem={problem} />
        <TextField
          label={<T id="set-up.code" />}
          hint={<T id="set-up.code-hint" />}
          name="code"
          autoComplete="off"
          isRequired
          value={code}
          onChange={setCode}
          error={fields.code}
        />
        <TextField
          label={<T id="set-up.organisation" />}
          name="organisation"
          autoComplete="organization"
          autoFocus
          isRequired
          maxLength={100}
          value={organisation}
          onChange={setOrganisation}
          error={fields['organisation.name']}
        />
        <TextField
          label={<T id="field.your-name" />}
          name="name"
          autoComplete="name"
          isRequired
          maxLength={100}
          value={admin.name}
          onChange={(name) => change({ name })}
          error={fields['admin.name']}
        />
        <TextField
          label={<T id="field.email" />}
          name="email"
          type="email"
          autoComplete="username"
          isRequired
          value={admin.email}
          onChange={(email) => change({ email })}
          error={fields['admin.email']}
        />
        <PasswordField
          isNew
          value={admin.password}
          onChange={(password) => change({ password })}
          error={fields['admin.password']}
        />
        <Button type="submit" look="primary" isPending={setUp.isPending}>
          <T id="set-up.submit" />
        </Button>
      </form>
    </OutsideFrame>
  );
}
