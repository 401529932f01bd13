import { lazy, Suspense, useState } from 'react';
import type { PostView } from '~/data/types';
import { useText } from '~/i18n/text';
import { Menu, type MenuEntry } from '~/ui/Menu';
import { usePostRights } from './may';

const DeletePostDialog = lazy(() =>
  import('./DeletePostDialog').then((it) => ({ default: it.DeletePostDialog })),
);
const EditHistoryDialog = lazy(() =>
  import('./EditHistoryDialog').then((it) => ({ default: it.EditHistoryDialog })),
);

/** The less usual things to do with a post; its thread may add some of its own. */
export function PostMenu(props: {
  post: PostView;
  communityId: string;
  onEdit(): void;
  more?: (MenuEntry | false | undefined)[];
}) {
  const { post, communityId, onEdit, more = [] } = props;
  const text = useText();
  const { mayEdit, mayDelete } = usePostRights(post, communityId);
  const [dialog, setDialog] = useState<'delete' | 'history' | null>(null);
  const close = () => setDialog(null);
  const link = `${window.location.origin}/threads/${post.threadId}#post-${post.id}`;
  return (
    <>
      <Menu
        icon="more"
        label={text('post.more')}
        entries={[
          ...more,
          {
            id: 'link',
            icon: 'link',
            label: text('post.copy-link'),
            onAction: () => void navigator.clipboard?.writeText(link),
          },
          mayEdit && { id: 'edit', icon: 'edit', label: text('post.edit'), onAction: onEdit },
          post.editedAt !== null && {
            id: 'history',
            icon: 'history',
            label: text('post.history'),
            onAction: () => setDialog('history'),
          },
          mayDelete && {
            id: 'delete',
            icon: 'remove',
            label: text('post.delete'),
            isDanger: true,
            onAction: () => setDialog('delete'),
          },
        ]}
      />
      <Suspense>
        {dialog === 'delete' && <DeletePostDialog post={post} onClose={close} />}
        {dialog === 'history' && <EditHistoryDialog post={post} onClose={close} />}
      </Suspense>
    </>
  );
}
