import { useState } from 'react';
import type { PostView } from '~/data/types';
import { useText } from '~/i18n/text';
import { comesLater } from '~/ui/comes-later';
import { Menu, type MenuEntry } from '~/ui/Menu';
import { usePostRights } from './may';

const DeletePostDialog = comesLater(() => import('./DeletePostDialog').then((it) => it.DeletePostDialog), {
  giveUp: ({ onClose }) => onClose(),
});
const EditHistoryDialog = comesLater(() => import('./EditHistoryDialog').then((it) => it.EditHistoryDialog), {
  giveUp: ({ onClose }) => onClose(),
});

/** The less usual things to do with a post; its thread may add some of its own. */
export function PostMenu(props: {
  post: PostView;
  communityId: string;
  onEdit(): void;
  more?(): (MenuEntry | false | undefined)[];
}) {
  const { post, communityId, onEdit, more } = props;
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
        entries={() => [
          ...(more?.() ?? []),
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
      {dialog === 'delete' && <DeletePostDialog post={post} onClose={close} />}
      {dialog === 'history' && <EditHistoryDialog post={post} onClose={close} />}
    </>
  );
}
