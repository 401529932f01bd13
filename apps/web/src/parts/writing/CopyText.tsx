import { useState } from 'react';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';

/** Takes a text along where it cannot be posted. */
export function CopyText({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <Button look="quiet" onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      <span aria-live="polite">
        <T id={isCopied ? 'kept.copied' : 'kept.copy'} />
      </span>
    </Button>
  );
}
