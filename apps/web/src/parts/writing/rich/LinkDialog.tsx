import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { Dialog } from '~/ui/Dialog';
import { TextField } from '~/ui/TextField';
import { asLink } from './safe-link';

/** Asks where a link leads, and for its words where none are selected. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose(): void }) {
  const text = useText();
  const { selection, doc } = editor.state;
  const [known] = useState(() => String(editor.getAttributes('link').href ?? ''));
  const [hasWords] = useState(() => known !== '' || !selection.empty);
  const [address, setAddress] = useState(known);
  const [words, setWords] = useState(() => doc.textBetween(selection.from, selection.to));
  const [isWrong, setWrong] = useState(false);

  const done = (act: () => void) => {
    onClose();
    // The dialog gives the focus back first.
    requestAnimationFrame(act);
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const href = asLink(address);
    if (!href) return setWrong(true);
    done(() => {
      const chain = editor.chain().focus();
      if (hasWords) chain.extendMarkRange('link').setMark('link', { href }).run();
      else
        chain
          .insertContent([
            {
              type: 'text',
              text: words.trim() || address.trim(),
              marks: [{ type: 'link', attrs: { href } }],
            },
            { type: 'text', text: ' ' },
          ])
          .run();
    });
  }

  return (
    <Dialog isOpen onClose={() => done(() => editor.commands.focus())} title={<T id="writing.link" />}>
      <form onSubmit={submit} className="flex flex-col gap-4 pb-4" noValidate>
        <TextField
          label={<T id="writing.link-address" />}
          autoFocus
          inputMode="url"
          value={address}
          onChange={(typed) => {
            setAddress(typed);
            setWrong(false);
          }}
          error={isWrong ? text('writing.link-wrong') : undefined}
        />
        {!hasWords && <TextField label={<T id="writing.link-words" />} value={words} onChange={setWords} />}
        <div className="flex flex-wrap justify-end gap-2">
          {known && (
            <Button
              onPress={() =>
                done(() => editor.chain().focus().extendMarkRange('link').unsetMark('link').run())
              }
            >
              <T id="writing.link-remove" />
            </Button>
          )}
          <Button type="submit" look="primary">
            <T id="writing.link-make" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
