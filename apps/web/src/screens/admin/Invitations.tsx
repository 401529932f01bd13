import { useState } from 'react';
import { useInvitations, useRevoke } from '~/data/admin';
import type { OpenInvitation } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { Day } from '~/parts/Time';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { Choice } from '~/ui/Choice';
import { LoadingRing } from '~/ui/Ring';
import { InviteForm } from './InviteForm';
import { InviteMany } from './invite-many/InviteMany';
import { roleNames } from './role-names';

type How = 'one' | 'many';

/** Asking somebody in, and who was asked but has not come yet. */
export function Invitations() {
  const text = useText();
  const [how, setHow] = useState<How>('one');
  const query = useInvitations();
  const revoke = useRevoke();
  const { problem } = useFormProblem(query.error ?? revoke.error);
  const open = query.data?.pages.flatMap((page) => page.items).filter((one) => one.acceptedAt === null);

  return (
    <div className="flex flex-col gap-8">
      <section className="flex flex-col gap-4">
        <Choice<How>
          label={text('invite.how')}
          options={[
            { id: 'one', label: text('invite.one') },
            { id: 'many', label: text('invite.many') },
          ]}
          value={how}
          onChange={setHow}
        />
        {how === 'one' ? <InviteForm /> : <InviteMany />}
      </section>
      <section>
        <h2 className="border-b border-line pb-2 text-lead">
          <T id="invitations.open" />
        </h2>
        <FormProblem problem={problem} />
        {!open && !problem && (
          <div className="flex justify-center py-8">
            <LoadingRing label={text('loading')} />
          </div>
        )}
        {open?.length === 0 && (
          <p className="py-3 text-quiet">
            <T id="invitations.none" />
          </p>
        )}
        <ul>
          {open?.map((invitation) => (
            <InvitationRow
              key={invitation.id}
              invitation={invitation}
              isRevoking={revoke.isPending && revoke.variables === invitation.id}
              onRevoke={() => revoke.mutate(invitation.id)}
            />
          ))}
        </ul>
        <MoreOnScroll query={query} />
      </section>
    </div>
  );
}

function InvitationRow(props: { invitation: OpenInvitation; isRevoking: boolean; onRevoke(): void }) {
  const { invitation, isRevoking, onRevoke } = props;
  const text = useText();
  const whom = invitation.email ?? text('invitations.anybody');
  const isExpired = new Date(invitation.expiresAt).getTime() < Date.now();
  return (
    <li className="flex items-center justify-between gap-4 border-b border-line py-3">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">{whom}</p>
        <p className="text-small text-quiet">
          <T
            id={isExpired ? 'invitations.expired-line' : 'invitations.line'}
            role={text(roleNames[invitation.role])}
            name={invitation.invitedBy.name}
            expires={<Day on={invitation.expiresAt.slice(0, 10)} />}
          />
        </p>
      </div>
      <Button
        look="quiet"
        className="mx-0!"
        isPending={isRevoking}
        aria-label={text('invitations.revoke-label', { whom })}
        onPress={onRevoke}
      >
        <T id="invitations.revoke" />
      </Button>
    </li>
  );
}
