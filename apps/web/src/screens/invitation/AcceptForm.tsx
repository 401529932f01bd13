import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useAcceptInvitation } from '~/data/session';
import { useReadLanguage } from '~/i18n/read-language';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { PasswordField } from '~/parts/PasswordField';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { TextField } from '~/ui/TextField';

/** The name is what the inviter calls them, to be agreed to or put right. */
export function AcceptForm(props: { token: string; email: string | null; name: string | null }) {
  const { token, email: invited } = props;
  const language = useReadLanguage();
  const navigate = useNavigate();
  const accept = useAcceptInvitation(token);
  const { problem, fields } = useFormProblem(accept.error);
  const [name, setName] = useState(props.name ?? '');
  const [email, setEmail] = useState(invited ?? '');
  const [password, setPassword] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    accept.mutate(
      { name: name.trim(), email: email.trim(), password, language },
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
