import type { NewInvitation } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Day } from '~/parts/Time';
import { CopiedLink } from './CopiedLink';

/** The link, this once. */
export function NewLink({ invitation }: { invitation: NewInvitation }) {
  const text = useText();
  return (
    <div className="flex flex-col gap-2 rounded-md bg-accent-wash p-4">
      <p role="status" className="font-medium">
        {invitation.email ? <T id="invite.made-for" email={invitation.email} /> : <T id="invite.made" />}
      </p>
      <CopiedLink label={text('invite.link')} url={invitation.url} />
      <p>
        <T id="invite.no-mail" />
      </p>
      <p className="text-small text-quiet">
        <T id="invite.once" expires={<Day on={invitation.expiresAt.slice(0, 10)} />} />
      </p>
    </div>
  );
}
