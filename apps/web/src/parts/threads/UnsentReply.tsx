import type { Unsent } from '~/data/outbox/outbox';
import { useSession } from '~/data/session';
import { Portrait } from '../Portrait';
import { AttachmentList } from '../writing/AttachmentList';
import { UnsentNote } from './UnsentNote';

/** A reply of mine on its way; it looks like the reply it will be. */
export function UnsentReply({ unsent, onEdit }: { unsent: Unsent; onEdit?(unsent: Unsent): void }) {
  const { user } = useSession();
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2.5 py-2" data-unsent={unsent.state}>
      <Portrait person={user} size={28} />
      <div className="min-w-0">
        <div className="leading-6 font-medium">{user.name}</div>
        <p className="max-w-measure wrap-anywhere whitespace-pre-wrap">{unsent.body}</p>
        <AttachmentList files={unsent.files} />
        <UnsentNote unsent={unsent} {...(onEdit && { onEdit })} />
      </div>
    </li>
  );
}
