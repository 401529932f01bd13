import { Link } from '@tanstack/react-router';
import { useCommunityFiles } from '~/data/communities';
import type { CommunityFile, CommunityView } from '~/data/types';
import { T } from '~/i18n/text';
import { FileSize } from '~/parts/FileSize';
import { LoadingRows } from '~/parts/Loading';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { ReadState } from '~/parts/ReadState';
import { Time } from '~/parts/Time';
import { EmptyState } from '~/ui/EmptyState';
import { Icon } from '~/ui/Icon';

/** All that was shared here, the newest first, each with the post it came with. */
export function FilesTab({ community }: { community: CommunityView }) {
  const query = useCommunityFiles(community.id);
  return (
    <div className="max-w-[42rem] pt-2">
      <ReadState query={query} loading={<LoadingRows />}>
        {({ pages }) => {
          const files = pages.flatMap(({ items }) => items);
          return files.length > 0 ? (
            <>
              <ul>
                {files.map((file) => (
                  <File key={file.id} file={file} />
                ))}
              </ul>
              <MoreOnScroll query={query} />
            </>
          ) : (
            <EmptyState title={<T id="community.no-files" />}>
              <T id="community.no-files-text" />
            </EmptyState>
          );
        }}
      </ReadState>
    </div>
  );
}

function File({ file }: { file: CommunityFile }) {
  const isPicture = file.mediaType.startsWith('image/') && file.width !== null;
  return (
    <li className="flex items-center gap-3 border-b border-line py-2">
      {isPicture ? (
        <img
          src={file.url}
          alt=""
          loading="lazy"
          width={40}
          height={40}
          className="size-10 shrink-0 rounded-md bg-wash object-cover"
        />
      ) : (
        <span className="flex size-10 shrink-0 items-center justify-center rounded-md bg-wash text-quiet">
          <Icon name="file" />
        </span>
      )}
      <div className="min-w-0 flex-1">
        <a
          href={file.url}
          target="_blank"
          rel="noreferrer"
          className="block truncate rounded-sm font-medium hover:underline hover:underline-offset-4"
        >
          {file.name}
        </a>
        <p className="text-small text-quiet tabular-nums wrap-anywhere">
          <FileSize bytes={file.size} />
          {' · '}
          {file.author.name}
          {' · '}
          <Time at={file.sharedAt} />
        </p>
      </div>
      <Link
        to="/threads/$threadId"
        params={{ threadId: file.threadId }}
        hash={`post-${file.postId}`}
        className="touchable inline-flex shrink-0 items-center rounded-sm px-1 text-small text-quiet underline underline-offset-4 hover:text-ink"
      >
        <T
          id="community.file-post"
          name={file.name}
          hidden={(words) => <span className="sr-only">{words}</span>}
        />
      </Link>
    </li>
  );
}
