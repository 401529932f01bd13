import { useRef, useState } from 'react';
import type { NewInvitation } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Day } from '~/parts/Time';
import { Button } from '~/ui/Button';
import { inputLook } from '~/ui/Field';

/** The link, this once: selected at a touch, copied at a press. */
export function NewLink({ invitation }: { invitation: NewInvitation }) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    field.current?.select();
    try {
      // Only secure pages have a clipboard; within a company's network Kring may run on plain http.
      if (navigator.clipboard) await navigator.clipboard.writeText(invitation.url);
      else if (!document.execCommand('copy')) return;
      setCopied(true);
    } catch {
      setCopied(false);
    }
  }

  return (
    <div className="flex flex-col gap-2 rounded-md bg-accent-wash p-4">
      <p role="status" className="font-medium">
        {invitation.email ? <T id="invite.made-for" email={invitation.email} /> : <T id="invite.made" />}
      </p>
      <div className="flex flex-wrap gap-2">
        <input
          ref={field}
          readOnly
          aria-label={text('invite.link')}
          value={invitation.url}
          onFocus={(event) => event.target.select()}
          className={`${inputLook} min-w-0 flex-1 basis-56 font-mono text-small`}
        />
        <Button look="primary" icon={isCopied ? 'tick' : 'link'} onPress={() => void copy()}>
          <T id={isCopied ? 'invite.copied' : 'invite.copy'} />
        </Button>
      </div>
      <p>
        <T id="invite.no-mail" />
      </p>
      <p className="text-small text-quiet">
        <T id="invite.once" expires={<Day on={invitation.expiresAt.slice(0, 10)} />} />
      </p>
    </div>
  );
}
