import type { ReactNode } from 'react';
import type { PostView } from '~/data/types';
import { T } from '~/i18n/text';
import { PersonName } from '../PersonName';
import { pathToThread, RowLink } from '../RowLink';
import { Time } from '../Time';

/** Who and when, on one line. */
export function PostHeader({ post, children }: { post: PostView; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-2 leading-6">
      <PersonName person={post.author} />
      <span className="text-small text-quiet tabular-nums">
        <RowLink
          to={pathToThread(post.threadId, post.id)}
          data-key="o"
          className="inline-flex min-h-6 min-w-6 items-center hover:underline"
        >
          <Time at={post.createdAt} />
        </RowLink>
        {post.editedAt && !post.deletedAt && (
          <>
            {' · '}
            <T id="post.edited" />
          </>
        )}
        {children}
      </span>
    </div>
  );
}
