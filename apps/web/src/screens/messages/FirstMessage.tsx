import { useDraft } from '~/data/drafts/use-draft';
import { send } from '~/data/outbox/send';
import { useSession } from '~/data/session';
import type { CommunityView } from '~/data/types';
import { uuidv7 } from '~/data/uuidv7';
import { T, useText } from '~/i18n/text';
import { isSendable } from '~/parts/writing/LengthLeft';
import { WritingArea } from '~/parts/writing/WritingArea';
import { Button } from '~/ui/Button';

/** The first thing said to each other: no kinds, no titles; from then on one simply answers. */
export function FirstMessage({ community }: { community: CommunityView }) {
  const text = useText();
  const { user } = useSession();
  const { draft, change, clear } = useDraft(user.id, community.id);

  function submit() {
    if (!isSendable(draft.body)) return;
    send({
      id: uuidv7(),
      userId: user.id,
      to: { communityId: community.id },
      kind: 'update',
      title: null,
      body: draft.body,
      replyTo: null,
      fileIds: [],
      createdAt: new Date().toISOString(),
      state: 'sending',
      problem: null,
    });
    clear();
  }

  return (
    <form
      className="py-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="border-b border-edge pb-1 focus-within:border-accent">
        <WritingArea
          label={text('messages.write')}
          placeholder={text('messages.write')}
          value={draft.body}
          onChange={(body) => change({ body })}
          onSend={submit}
          communityId={community.id}
          lines={3}
          autoFocus
        />
      </div>
      <div className="flex items-center justify-end gap-3 pt-2">
        <span className="hidden text-small text-quiet md:inline">
          <T id="writing.shortcut" />
        </span>
        <Button type="submit" look="primary" isDisabled={!isSendable(draft.body)}>
          <T id="messages.send" />
        </Button>
      </div>
    </form>
  );
}
