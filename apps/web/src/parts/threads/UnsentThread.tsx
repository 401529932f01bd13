import type { Unsent } from '~/data/outbox/outbox';
import { useSession } from '~/data/session';
import { Portrait } from '../Portrait';
import { AttachmentList } from '../writing/AttachmentList';
import { UnsentNote } from './UnsentNote';

/** A thread of mine on its way, at the top of the feed it will be in. */
export function UnsentThread({ unsent }: { unsent: Unsent }) {
  const { user } = useSession();
  return (
    <article
      data-unsent={unsent.state}
      className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3 border-b border-line py-5"
    >
      <Portrait person={user} size={40} />
      <div className="min-w-0">
        <div className="leading-6 font-medium">{user.name}</div>
        {unsent.title && <h2 className="text-lead">{unsent.title}</h2>}
        <p className="max-w-measure wrap-anywhere whitespace-pre-wrap">{unsent.body}</p>
        <AttachmentList files={unsent.files} />
        <UnsentNote unsent={unsent} />
      </div>
    </article>
  );
}
