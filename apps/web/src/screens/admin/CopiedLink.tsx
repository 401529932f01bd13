import { useRef, useState } from 'react';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { inputLook } from '~/ui/Field';

/** A link to hand over: selected at a touch, copied at a press. */
export function CopiedLink({ label, url }: { label: string; url: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    field.current?.select();
    try {
      // Only secure pages have a clipboard; within a company's network Kring may run on plain http.
      if (navigator.clipboard) await navigator.clipboard.writeText(url);
      else if (!document.execCommand('copy')) return;
      setCopied(true);
    } catch {
      setCopied(false);
    }
  }

  return (
    <div className="flex flex-wrap gap-2">
      <input
        ref={field}
        readOnly
        aria-label={label}
        value={url}
        onFocus={(event) => event.target.select()}
        className={`${inputLook} min-w-0 flex-1 basis-56 font-mono text-small`}
      />
      <Button look="primary" icon={isCopied ? 'tick' : 'link'} onPress={() => void copy()}>
        <T id={isCopied ? 'invite.copied' : 'invite.copy'} />
      </Button>
    </div>
  );
}
