import { useState } from 'react';
import { editOf } from '~/data/drafts/places';
import { useDraft } from '~/data/drafts/use-draft';
import { useEditPost } from '~/data/post-actions';
import { asProblem } from '~/data/problem';
import { useMyId } from '~/data/session';
import type { PostView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { FormProblem } from '../FormProblem';
import { isSendable } from '../writing/LengthLeft';
import { WritingArea } from '../writing/WritingArea';
import { EditConflict } from './EditConflict';

/** A post's source, in its place. A conflict shows the other version beside mine; nothing is overwritten unseen. */
export function EditPost({
  post,
  communityId,
  onDone,
}: {
  post: PostView;
  communityId: string;
  onDone(): void;
}) {
  const text = useText();
  const { draft, change, clear } = useDraft(useMyId(), editOf(post.id));
  const edit = useEditPost();
  const [body, setBody] = useState(draft.body || post.body);
  // The version my text is based on: what I saw when I began, or what I chose to go on from.
  const [base, setBase] = useState(post.version);
  const problem = edit.error ? asProblem(edit.error) : null;
  const theirs =
    problem?.code === 'stale-version' ? (problem.more.current as PostView | undefined) : undefined;

  const write = (next: string) => {
    setBody(next);
    change({ body: next });
  };
  const cancel = () => {
    clear();
    onDone();
  };
  const save = (version = base) => {
    if (isSendable(body)) edit.mutate({ post, body, version }, { onSuccess: onDone });
  };

  return (
    <div className="flex flex-col gap-2">
      <WritingArea
        label={text('post.edit')}
        value={body}
        onChange={write}
        onSend={() => save()}
        communityId={communityId}
        autoFocus
        className="rounded-md border border-edge bg-sheet px-3 py-2"
      />
      {theirs ? (
        <EditConflict
          theirs={theirs}
          onTakeTheirs={() => {
            edit.reset();
            setBase(theirs.version);
            write(theirs.body);
          }}
          onKeepMine={() => {
            setBase(theirs.version);
            save(theirs.version);
          }}
        />
      ) : (
        <>
          <FormProblem problem={problem} />
          <div className="flex gap-2">
            <Button
              look="primary"
              onPress={() => save()}
              isPending={edit.isPending}
              isDisabled={!isSendable(body)}
            >
              <T id="post.save" />
            </Button>
            <Button onPress={cancel}>
              <T id="cancel" />
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
