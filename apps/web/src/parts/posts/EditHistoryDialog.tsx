import { useEdits } from '~/data/post-actions';
import { asProblem } from '~/data/problem';
import type { PostView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { Dialog } from '~/ui/Dialog';
import { LoadingRing } from '~/ui/Ring';
import { FormProblem } from '../FormProblem';
import { Time } from '../Time';
import { PostBody } from './PostBody';

/** What a post said before, newest first. */
export function EditHistoryDialog({ post, onClose }: { post: PostView; onClose(): void }) {
  const text = useText();
  const { data, error } = useEdits(post.id);
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={<T id="history.title" />}
      actions={
        <Button onPress={onClose}>
          <T id="close" />
        </Button>
      }
    >
      {error && <FormProblem problem={asProblem(error)} />}
      {!data && !error && <LoadingRing label={text('loading')} />}
      <ol className="flex flex-col">
        {data?.items.map((edit) => (
          <li key={edit.version} className="border-t border-line py-3 first:border-0">
            <p className="text-small text-quiet">
              {edit.editedBy.name} · <Time at={edit.editedAt} />
            </p>
            <PostBody html={edit.html} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
