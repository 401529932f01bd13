import { useEffect, useState } from 'react';
import { type Attachment, resume, settled } from '~/data/uploads/uploads';
import { useProgress } from '~/data/uploads/use-progress';
import { useProblemText } from '~/i18n/problem-text';
import { T, useText } from '~/i18n/text';
import { Button, IconButton } from '~/ui/Button';
import { Icon } from '~/ui/Icon';
import { FileSize } from '../FileSize';

/** What goes along with a text: each with its preview, how far it is, and a way to take it out. */
export function AttachmentList(props: { files: readonly Attachment[]; onRemove?(key: string): void }) {
  const text = useText();
  if (props.files.length === 0) return null;
  return (
    <ul aria-label={text('writing.files')} className="flex flex-col gap-1 py-2">
      {props.files.map((file) => (
        <AttachmentLine key={file.key} attachment={file} onRemove={props.onRemove} />
      ))}
    </ul>
  );
}

function AttachmentLine(props: { attachment: Attachment; onRemove: ((key: string) => void) | undefined }) {
  const { attachment, onRemove } = props;
  const text = useText();
  const problemText = useProblemText();
  const progress = useProgress(attachment.key);
  const { file } = settled(attachment);
  const problem = file ? null : progress?.problem;
  const preview = usePreview(attachment, progress?.blob ?? null, file?.url ?? null);
  return (
    <li className="flex min-w-0 items-center gap-3 rounded-md border border-line p-1.5">
      <span className="flex size-12 shrink-0 items-center justify-center overflow-hidden rounded-sm bg-wash text-quiet">
        {preview ? <img src={preview} alt="" className="size-full object-cover" /> : <Icon name="file" />}
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 items-baseline gap-2">
          <span className="min-w-0 wrap-anywhere">{attachment.name}</span>
          <span className="shrink-0 text-small text-quiet">
            <FileSize bytes={attachment.size} />
          </span>
        </p>
        {problem ? (
          <p role="alert" className="text-small text-danger">
            {problemText.whole(problem)}
          </p>
        ) : (
          !file && (
            <progress
              aria-label={text('writing.uploading', { name: attachment.name })}
              value={progress?.part ?? 0}
              className="block h-1 w-full max-w-60 appearance-none overflow-hidden rounded-full bg-wash accent-(--accent)"
            />
          )
        )}
      </div>
      {problem && (problem.mayPass || problem.code === 'unauthenticated') && (
        <Button look="quiet" onPress={() => resume(attachment)}>
          <T id="unsent.retry" />
        </Button>
      )}
      {onRemove && (
        <IconButton
          icon="cross"
          label={text('writing.file-remove', { name: attachment.name })}
          onPress={() => onRemove(attachment.key)}
        />
      )}
    </li>
  );
}

/** The picture itself, from its own bytes while it is on its way. */
function usePreview({ mediaType }: Attachment, blob: Blob | null, url: string | null): string | null {
  const [local, setLocal] = useState<string | null>(null);
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(mediaType);
  useEffect(() => {
    if (!isPicture || !blob) return;
    const made = URL.createObjectURL(blob);
    setLocal(made);
    return () => {
      setLocal(null);
      URL.revokeObjectURL(made);
    };
  }, [isPicture, blob]);
  return isPicture ? (local ?? url) : null;
}
