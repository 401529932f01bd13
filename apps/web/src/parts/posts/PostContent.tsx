import type { PostView } from '~/data/types';
import { T } from '~/i18n/text';
import { comesLater } from '~/ui/comes-later';
import { focusWhenThere } from '../focus-when-there';
import { PostBody } from './PostBody';
import { PostFiles } from './PostFiles';
import { ReactionBar } from './ReactionBar';

const EditPost = comesLater(() => import('./EditPost').then((it) => it.EditPost), {
  meanwhile: ({ post }) => <PostBody html={post.html} />,
  giveUp: ({ onDone }) => onDone(),
});

/** What a post says: its text, its files, what people felt. Or that it was removed; or, while edited, its source. */
export function PostContent(props: {
  post: PostView;
  communityId: string;
  isEditing: boolean;
  onEdited(): void;
  foldable?: boolean;
}) {
  const { post, communityId, isEditing, onEdited, foldable = false } = props;
  /** The field is gone, and with it what had the focus. */
  const done = () => {
    onEdited();
    focusWhenThere(`#post-${post.id} [data-author]`);
  };
  if (post.deletedAt) {
    return (
      <p className="text-quiet italic">
        <T id={post.deletedBy === 'moderator' ? 'post.deleted-by-moderator' : 'post.deleted-by-author'} />
      </p>
    );
  }
  if (isEditing) {
    return <EditPost post={post} communityId={communityId} onDone={done} />;
  }
  return (
    <>
      <div data-author={post.author.name} tabIndex={-1}>
        <PostBody html={post.html} foldable={foldable} postId={post.id} />
      </div>
      <PostFiles files={post.files} />
      <ReactionBar post={post} />
    </>
  );
}
