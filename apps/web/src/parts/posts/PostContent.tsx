import { lazy, Suspense } from 'react';
import type { PostView } from '~/data/types';
import { T } from '~/i18n/text';
import { PostBody } from './PostBody';
import { PostFiles } from './PostFiles';
import { ReactionBar } from './ReactionBar';

const EditPost = lazy(() => import('./EditPost').then(({ EditPost: it }) => ({ default: it })));

/** What a post says: its text, its files, what people felt. Or that it was removed; or, while edited, its source. */
export function PostContent(props: {
  post: PostView;
  communityId: string;
  isEditing: boolean;
  onEdited(): void;
  foldable?: boolean;
}) {
  const { post, communityId, isEditing, onEdited, foldable = false } = props;
  if (post.deletedAt) {
    return (
      <p className="text-quiet italic">
        <T id={post.deletedBy === 'moderator' ? 'post.deleted-by-moderator' : 'post.deleted-by-author'} />
      </p>
    );
  }
  if (isEditing) {
    return (
      <Suspense fallback={<PostBody html={post.html} />}>
        <EditPost post={post} communityId={communityId} onDone={onEdited} />
      </Suspense>
    );
  }
  return (
    <>
      <div data-author={post.author.name}>
        <PostBody html={post.html} foldable={foldable} postId={post.id} />
      </div>
      <PostFiles files={post.files} />
      <ReactionBar post={post} />
    </>
  );
}
