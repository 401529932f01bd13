import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useAcceptInvitation } from '~/data/session';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { PasswordField } from '~/parts/PasswordField';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { TextField } from '~/ui/TextField';

export function AcceptForm({ token, email: invited }: { token: string; email: string | null }) {
  const navigate = useNavigate();
  const accept = useAcceptInvitation(token);
  const { problem, fields } = useFormProblem(accept.error);
  const [name, setName] = useState('');
  const [email, setEmail] = useState(invited ?? '');
  const [password, setPassword] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    accept.mutate(
      { name: name.trim(), email: email.trim(), password },
      { onSuccess: () => void navigate({ to: '/', replace: true }) },
    );
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5" noValidate>
      <FormProblem problem={problem} />
      <TextField
        label={<T id="field.your-name" />}
        name="name"
        autoComplete="name"
        autoFocus
        isRequired
        maxLength={100}
        value={name}
        onChange={setName}
        error={fields.name}
      />
      <TextField
        label={<T id="field.email" />}
        name="email"
        type="email"
        autoComplete="username"
        isRequired
        isReadOnly={invited !== null}
        value={email}
        onChange={setEmail}
        error={fields.email}
      />
      <PasswordField isNew value={password} onChange={setPassword} error={fields.password} />
      <Button type="submit" look="primary" isPending={accept.isPending}>
        <T id="invitation.submit" />
      </Button>
    </form>
  );
}
