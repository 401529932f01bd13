import { type FormEvent, useState } from 'react';
import { givenRoles, useInvite } from '~/data/admin';
import type { CommunityView, GivenRole } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { Select } from '~/ui/Select';
import { TextField } from '~/ui/TextField';
import { CommunityPicker } from './CommunityPicker';
import { NewLink } from './NewLink';
import { roleNames } from './role-names';

/** Makes a link that lets somebody in. Kring sends no mail: whoever makes the link hands it over. */
export function InviteForm() {
  const text = useText();
  const invite = useInvite();
  const { problem, fields } = useFormProblem(invite.error);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<GivenRole>('member');
  const [communities, setCommunities] = useState<CommunityView[]>([]);

  function submit(event: FormEvent) {
    event.preventDefault();
    const communityIds = role === 'guest' ? communities.map(({ id }) => id) : [];
    invite.mutate(
      { role, email: email.trim() || null, communityIds },
      {
        onSuccess: () => {
          setEmail('');
          setCommunities([]);
        },
      },
    );
  }

  return (
    <section className="flex flex-col gap-4">
      <p className="max-w-measure text-quiet">
        <T id="invite.lead" />
      </p>
      <form onSubmit={submit} className="grid items-start gap-4 sm:grid-cols-[1fr_11rem]" noValidate>
        <TextField
          label={<T id="invite.email" />}
          hint={<T id="invite.email-hint" />}
          type="email"
          autoComplete="off"
          value={email}
          onChange={setEmail}
          error={fields.email}
        />
        <Select<GivenRole>
          label={text('invite.role')}
          options={givenRoles.map((id) => ({ id, label: text(roleNames[id]) }))}
          value={role}
          onChange={setRole}
          error={fields.role}
          hint={role === 'guest' ? <T id="invite.guest-hint" /> : undefined}
        />
        {role === 'guest' && (
          <div className="sm:col-span-2">
            <CommunityPicker chosen={communities} onChoose={setCommunities} />
          </div>
        )}
        <div className="sm:col-span-2">
          <Button type="submit" look="primary" isPending={invite.isPending}>
            <T id="invite.submit" />
          </Button>
        </div>
      </form>
      <FormProblem problem={problem} />
      {invite.data && <NewLink key={invite.data.id} invitation={invite.data} />}
    </section>
  );
}
