import { Link } from '@tanstack/react-router';
import type { Place } from '~/data/drafts/places';
import { useDraft } from '~/data/drafts/use-draft';
import { useMyId } from '~/data/session';
import type { DraftView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { CopyText } from '~/parts/writing/CopyText';
import { usePlainWords } from '~/parts/writing/use-plain-words';
import { Button } from '~/ui/Button';

/** One draft: where it stands, how it begins, and back to it. */
export function DraftRow({ place, known }: { place: Place; known: DraftView | undefined }) {
  const { draft, clear } = useDraft(useMyId(), place);
  const words = usePlainWords(draft.body);
  const text = useText();
  const kind = place.slice(0, place.indexOf('-')) as 'community' | 'thread' | 'edit';
  const name = known?.community?.name || (known?.community && text('community.kind-conversation'));
  const isGone = known !== undefined && known.community === null;
  return (
    <li className="flex flex-col gap-1 border-b border-line py-4">
      <p className="text-small text-quiet">
        {isGone ? <T id="drafts.gone" /> : <T id={`drafts.${kind}`} place={name ?? '…'} />}
        {known?.threadTitle && ` · ${known.threadTitle}`}
      </p>
      {draft.title && <p className="font-semibold">{draft.title}</p>}
      <p className="line-clamp-3 max-w-measure wrap-anywhere whitespace-pre-line">{words}</p>
      {draft.files.length > 0 && (
        <p className="text-small text-quiet">
          <T id="drafts.files" n={draft.files.length} />
        </p>
      )}
      <div className="flex flex-wrap gap-x-5">
        {!isGone && <GoOn place={place} kind={kind} threadId={known?.threadId ?? null} />}
        <CopyText text={draft.body} />
        <Button look="quiet" onPress={clear}>
          <T id="unsent.discard" />
        </Button>
      </div>
    </li>
  );
}

const linkLook =
  'touchable inline-flex items-center rounded-md text-small font-medium text-accent hover:underline';

function GoOn(props: { place: Place; kind: 'community' | 'thread' | 'edit'; threadId: string | null }) {
  const id = props.place.slice(props.kind.length + 1);
  if (props.kind === 'community') {
    return (
      <Link to="/communities/$communityId" params={{ communityId: id }} className={linkLook}>
        <T id="drafts.go-on" />
      </Link>
    );
  }
  const threadId = props.kind === 'thread' ? id : props.threadId;
  if (!threadId) return null;
  return (
    <Link
      to="/threads/$threadId"
      params={{ threadId }}
      {...(props.kind === 'edit' ? { hash: `post-${id}` } : {})}
      className={linkLook}
    >
      <T id="drafts.go-on" />
    </Link>
  );
}
