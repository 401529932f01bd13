import { type DragEvent, type RefObject, useState } from 'react';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { classes } from '~/ui/classes';
import { AttachmentList } from './AttachmentList';
import { MOST_FILES, type Writing } from './use-writing';
import { WritingArea } from './WritingArea';
import type { WritingHandle } from './writing-handle';

/** Text, files and the button that sends them: the same in a new post, a reply and a message. */
export function WritingBox(props: {
  writing: Writing;
  label: string;
  placeholder: string;
  /** What the button says. */
  send: string;
  onSend(): void;
  /** Something was written just now. */
  onWriting?(): void;
  communityId: string;
  isOpen: boolean;
  handle?: RefObject<WritingHandle | null>;
  lines?: number;
  autoFocus?: boolean | undefined;
  className?: string;
}) {
  const { writing, label, placeholder, send, onSend, communityId, isOpen, onWriting, ...rest } = props;
  const { draft, change, addFiles, removeFile, maySend } = writing;
  const text = useText();
  const [isOver, setOver] = useState(false);
  const [isTooMany, setTooMany] = useState(false);

  function take(files: File[]) {
    setTooMany(draft.files.length + files.length > MOST_FILES);
    addFiles(files);
  }
  const dragging = {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave(event: DragEvent) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop(event: DragEvent) {
      setOver(false);
      // The rich field takes what is dropped into it by itself.
      if (event.isDefaultPrevented() || event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      take([...event.dataTransfer.files]);
    },
  };

  return (
    <div
      {...dragging}
      className={classes('relative rounded-md', isOver && 'outline-2 outline-accent outline-dashed')}
    >
      <WritingArea
        {...rest}
        label={label}
        placeholder={placeholder}
        value={draft.body}
        onChange={(body) => {
          change({ body });
          if (body !== '') onWriting?.();
        }}
        onSend={onSend}
        communityId={communityId}
        isOpen={isOpen || draft.files.length > 0}
        onFiles={take}
        between={
          <>
            <AttachmentList files={draft.files} onRemove={removeFile} />
            {isTooMany && (
              <p role="alert" className="text-small text-danger">
                <T id="writing.too-many-files" most={MOST_FILES} />
              </p>
            )}
          </>
        }
      >
        <span className="hidden text-small text-quiet lg:inline">
          <T id="writing.shortcut" />
        </span>
        <Button type="submit" look="primary" isDisabled={!maySend}>
          {send}
        </Button>
      </WritingArea>
      {isOver && (
        <p className="pointer-events-none absolute inset-0 flex items-center justify-center rounded-md bg-accent-wash font-medium text-accent">
          {text('writing.drop')}
        </p>
      )}
    </div>
  );
}
