import { useRef, useState } from 'react';
import { T, useText } from '~/i18n/text';
import { Banner } from '~/ui/Banner';
import { Button } from '~/ui/Button';
import { LARGEST_LIST, textOfFile } from './text-of-file';

/** A file instead of typing: its text goes where pasted text goes, to be looked over and mended there. */
export function ListFile({ onText }: { onText(text: string): void }) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [isTooLarge, setTooLarge] = useState(false);

  async function take(file: File | undefined) {
    if (!file) return;
    setTooLarge(file.size > LARGEST_LIST);
    if (file.size <= LARGEST_LIST) onText(await textOfFile(file));
    if (input.current) input.current.value = '';
  }

  return (
    <div className="flex flex-col items-start gap-2">
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label={text('invite-many.file')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <Button icon="file" onPress={() => input.current?.click()}>
        <T id="invite-many.file" />
      </Button>
      {isTooLarge && (
        <Banner tone="problem">
          <T id="invite-many.too-large" />
        </Banner>
      )}
    </div>
  );
}
