import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTitle } from '~/app/use-title';
import { asProblem } from '~/data/problem';
import { useResetCard, useResetPassword } from '~/data/session';
import { useProblemText } from '~/i18n/problem-text';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { OutsideFrame } from '~/parts/OutsideFrame';
import { PasswordField } from '~/parts/PasswordField';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { LoadingRing } from '~/ui/Ring';

/** Somebody forgot the password and was given a link: a new one, and they are in. */
export function ResetScreen() {
  const text = useText();
  useTitle(text('reset.title'));
  const { token } = useParams({ from: '/reset/$token' });
  const { data: card, error } = useResetCard(token);
  const problemText = useProblemText();

  if (error) {
    const problem = asProblem(error);
    return (
      <OutsideFrame
        title={<T id="reset.gone" />}
        lead={problem.code === 'not-found' ? <T id="reset.gone-text" /> : problemText.whole(problem)}
      >
        <Link to="/login" className="touchable font-medium text-accent underline underline-offset-4">
          <T id="log-in.title" />
        </Link>
      </OutsideFrame>
    );
  }
  if (!card) {
    return (
      <OutsideFrame title={<T id="reset.title" />}>
        <LoadingRing label={text('loading')} />
      </OutsideFrame>
    );
  }
  return (
    <OutsideFrame
      name={card.organisation.name}
      title={<T id="reset.title" />}
      lead={<T id="reset.lead" name={card.name} />}
    >
      <ResetForm token={token} email={card.email} />
    </OutsideFrame>
  );
}

function ResetForm({ token, email }: { token: string; email: string }) {
  const navigate = useNavigate();
  const reset = useResetPassword(token);
  const { problem, fields } = useFormProblem(reset.error);
  const [password, setPassword] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    reset.mutate(password, { onSuccess: () => void navigate({ to: '/', replace: true }) });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5" noValidate>
      <FormProblem problem={problem} />
      {/* For password managers, which keep the name with the password. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField isNew isFirst value={password} onChange={setPassword} error={fields.password} />
      <Button type="submit" look="primary" isPending={reset.isPending}>
        <T id="reset.submit" />
      </Button>
      <p className="text-small text-quiet">
        <T id="reset.after" />
      </p>
    </form>
  );
}
