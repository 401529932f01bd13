import { useState } from 'react';
import { drafts, useDraft } from '~/data/drafts/use-draft';
import { send } from '~/data/outbox/send';
import { useSession } from '~/data/session';
import type { CommunityView } from '~/data/types';
import { uuidv7 } from '~/data/uuidv7';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { classes } from '~/ui/classes';
import { ComposerSentence, kindsFor } from './ComposerSentence';
import { isSendable } from './LengthLeft';
import { TitleField } from './TitleField';
import { WritingArea } from './WritingArea';

/** Writing on the page: no box, a sentence that says what goes where, and the rest dims a little meanwhile. */
export function Composer(props: {
  community: CommunityView;
  /** Where else one could post; leave out on a community's own page. */
  others?: CommunityView[];
  onChooseCommunity?(id: string): void;
  autoFocus?: boolean;
  onSent?(): void;
}) {
  const { community, others, onChooseCommunity, autoFocus, onSent } = props;
  const text = useText();
  const { user } = useSession();
  const { draft, change, clear } = useDraft(user.id, community.id);
  const [isFocused, setFocused] = useState(false);
  const isOpen = isFocused || draft.body !== '' || draft.title !== '';
  const kind = kindsFor(community).includes(draft.kind) ? draft.kind : 'update';

  /** What is written goes along to the other community. */
  function chooseCommunity(id: string) {
    if (draft.body !== '' || draft.title !== '') {
      drafts.write(user.id, id, draft);
      clear();
    }
    onChooseCommunity?.(id);
  }

  function submit() {
    if (!isSendable(draft.body)) return;
    send({
      id: uuidv7(),
      userId: user.id,
      to: { communityId: community.id },
      kind,
      title: draft.title.trim() || null,
      body: draft.body,
      replyTo: null,
      fileIds: [],
      createdAt: new Date().toISOString(),
      state: 'sending',
      problem: null,
    });
    clear();
    onSent?.();
  }

  return (
    <>
      <div
        aria-hidden
        className={classes(
          'pointer-events-none fixed inset-0 z-10 bg-dim transition-opacity',
          !isFocused && 'opacity-0',
        )}
      />
      <form
        aria-label={text('composer.label')}
        className={classes(
          'border-b py-5 transition-colors',
          isFocused ? 'relative z-20 -mx-4 border-accent bg-paper px-4' : 'border-line',
        )}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onFocus={() => setFocused(true)}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
        }}
      >
        <ComposerSentence
          community={community}
          others={others}
          onChooseCommunity={chooseCommunity}
          kind={kind}
          onChooseKind={(chosen) => change({ kind: chosen })}
        />
        {isOpen && <TitleField value={draft.title} onChange={(title) => change({ title })} />}
        <WritingArea
          label={text('composer.body')}
          placeholder={text(`composer.placeholder-${kind}`)}
          value={draft.body}
          onChange={(body) => change({ body })}
          onSend={submit}
          communityId={community.id}
          lines={isOpen ? 3 : 1}
          autoFocus={autoFocus}
          className="max-w-measure text-lead"
        />
        {isOpen && (
          <div className="flex items-center justify-end gap-3 pt-2">
            <span className="hidden text-small text-quiet md:inline">
              <T id="writing.shortcut" />
            </span>
            <Button type="submit" look="primary" isDisabled={!isSendable(draft.body)}>
              <T id="composer.send" />
            </Button>
          </div>
        )}
      </form>
    </>
  );
}
