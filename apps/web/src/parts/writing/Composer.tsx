import { isEmpty } from '~/data/drafts/drafts';
import { inCommunity } from '~/data/drafts/places';
import { drafts } from '~/data/drafts/use-draft';
import { useSession } from '~/data/session';
import type { CommunityView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { classes } from '~/ui/classes';
import { comesLater } from '~/ui/comes-later';
import { ComposerSentence, kindsFor } from './ComposerSentence';
import { TitleField } from './TitleField';
import { useWriting } from './use-writing';
import { useWritingForm } from './use-writing-form';
import { WritingBox } from './WritingBox';

/** Only announcements need it. */
const Checkbox = comesLater(() => import('~/ui/Checkbox').then((it) => it.Checkbox));

/** As high as a composer that nobody writes in: until it is known where one may post. */
export const ComposerPlace = () => (
  <div className="border-b border-line py-5">
    <div className="touchable mb-1" />
    <div className="h-[1lh] text-lead" />
  </div>
);

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
  const writing = useWriting(inCommunity(community.id), { communityId: community.id });
  const { draft, change, clear } = writing;
  const kinds = kindsFor(community, user.role === 'admin');
  const kind = kinds.includes(draft.kind) ? draft.kind : 'update';
  const asks = kind === 'announcement' && draft.asksAcknowledgement;

  /** What is written goes along to the other community. */
  function chooseCommunity(id: string) {
    if (!isEmpty(draft)) {
      drafts.write(user.id, inCommunity(id), draft);
      clear();
    }
    onChooseCommunity?.(id);
  }

  const { isFocused, send, form } = useWritingForm(
    () => {
      const isSent = writing.submit({ kind, title: draft.title.trim() || null, asksAcknowledgement: asks });
      if (isSent) onSent?.();
      return isSent;
    },
    { closesWhenSent: true },
  );
  const isOpen = isFocused || !isEmpty(draft);

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
        {...form}
        aria-label={text('composer.label')}
        className={classes(
          'border-b py-5 outline-none transition-colors',
          isFocused ? 'relative z-20 -mx-4 border-accent bg-paper px-4' : 'border-line',
        )}
      >
        <ComposerSentence
          community={community}
          kinds={kinds}
          others={others}
          onChooseCommunity={chooseCommunity}
          kind={kind}
          onChooseKind={(chosen) => change({ kind: chosen })}
        />
        {isOpen && <TitleField value={draft.title} onChange={(title) => change({ title })} />}
        <WritingBox
          writing={writing}
          label={text('composer.body')}
          placeholder={text(`composer.placeholder-${kind}`)}
          send={text('composer.send')}
          onSend={send}
          communityId={community.id}
          isOpen={isOpen}
          lines={isOpen ? 3 : 1}
          autoFocus={autoFocus}
          className="max-w-measure text-lead"
        />
        {isOpen && kind === 'announcement' && (
          <Checkbox
            isChecked={asks}
            onChange={(asksAcknowledgement) => change({ asksAcknowledgement })}
            className="mt-3"
          >
            <T id="acknowledge.ask" />
          </Checkbox>
        )}
      </form>
    </>
  );
}
