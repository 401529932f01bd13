import { useNavigate, useRouterState } from '@tanstack/react-router';
import { isAllOfItsThread, useDeletePost } from '~/data/post-actions';
import { asProblem } from '~/data/problem';
import type { PostView } from '~/data/types';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { Dialog } from '~/ui/Dialog';
import { FormProblem } from '../FormProblem';

export function DeletePostDialog({ post, onClose }: { post: PostView; onClose(): void }) {
  const remove = useDeletePost();
  const navigate = useNavigate();
  const isOnItsPage = useRouterState({
    select: ({ location }) => location.pathname === `/threads/${post.threadId}`,
  });
  const onDeleted = () => {
    onClose();
    if (isOnItsPage && isAllOfItsThread(post))
      void navigate({
        to: '/communities/$communityId',
        params: { communityId: post.communityId },
        replace: true,
      });
  };
  return (
    <Dialog
      isOpen
      isAlert
      onClose={onClose}
      title={<T id="delete.title" />}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            <T id="cancel" />
          </Button>
          <Button
            look="danger"
            isPending={remove.isPending}
            onPress={() => remove.mutate(post, { onSuccess: onDeleted })}
          >
            <T id="delete.submit" />
          </Button>
        </>
      }
    >
      <p className="pb-2">
        <T id="delete.text" />
      </p>
      <FormProblem problem={remove.error ? asProblem(remove.error) : null} />
    </Dialog>
  );
}
