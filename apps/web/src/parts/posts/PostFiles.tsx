import type { FileView } from '~/data/types';
import { Icon } from '~/ui/Icon';
import { FileSize } from '../FileSize';

const WIDEST = 560;

/** Pictures keep their ratio and reserve their place; other files are a line each. */
export function PostFiles({ files }: { files: FileView[] }) {
  const pictures = files.filter((file) => file.mediaType.startsWith('image/') && file.width && file.height);
  const others = files.filter((file) => !pictures.includes(file));
  if (files.length === 0) return null;
  return (
    <div className="flex flex-col items-start gap-2 pt-1">
      {pictures.map((file) => (
        <a key={file.id} href={file.url} target="_blank" rel="noreferrer" className="block max-w-full">
          <img
            src={file.url}
            alt={file.name}
            width={Math.min(file.width ?? WIDEST, WIDEST)}
            height={Math.round(
              (Math.min(file.width ?? WIDEST, WIDEST) / (file.width ?? 1)) * (file.height ?? 1),
            )}
            loading="lazy"
            className="h-auto max-h-[32rem] w-auto max-w-full rounded-md bg-wash"
          />
        </a>
      ))}
      {others.map((file) => (
        <FileLine key={file.id} file={file} />
      ))}
    </div>
  );
}

function FileLine({ file }: { file: FileView }) {
  return (
    <a
      href={file.url}
      download={file.name}
      className="touchable flex max-w-full items-center gap-2 rounded-md text-accent hover:underline"
    >
      <Icon name="file" size={18} />
      <span className="min-w-0 wrap-anywhere">{file.name}</span>
      <span className="shrink-0 text-small text-quiet">
        <FileSize bytes={file.size} />
      </span>
    </a>
  );
}
