import { useNavigate } from '@tanstack/react-router';
import { useMyCommunities } from '~/data/communities';
import { isEmpty } from '~/data/drafts/drafts';
import { inCommunity, type Place } from '~/data/drafts/places';
import { drafts, useDraft } from '~/data/drafts/use-draft';
import { useComposerCommunity } from '~/data/last-community';
import { useSession } from '~/data/session';
import type { MessageId } from '~/i18n/languages';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { CopyText } from './CopyText';
import { usePlainWords } from './use-plain-words';

/** One may not post here any more, but had begun to: why, the text, and what can be done with it. */
export function KeptText({ place, reason }: { place: Place; reason: MessageId }) {
  const { user, companyCommunityId } = useSession();
  const { draft, clear } = useDraft(user.id, place);
  const { data: mine = [] } = useMyCommunities();
  const { community } = useComposerCommunity(mine, companyCommunityId);
  const navigate = useNavigate();
  if (isEmpty(draft)) return null;

  /** Into the composer on the first page, unless something stands there already. */
  function takeElsewhere() {
    if (!community) return;
    const target = inCommunity(community.id);
    const there = drafts.read(user.id, target);
    const body = there.body ? `${there.body}\n\n${draft.body}` : draft.body;
    drafts.write(user.id, target, { ...there, body, files: [...there.files, ...draft.files] });
    clear();
    void navigate({ to: '/' });
  }

  return (
    <section className="my-3 flex flex-col gap-2 rounded-md bg-wash px-3 py-2.5">
      <p role="alert" className="font-medium">
        <T id={reason} />
      </p>
      <p className="line-clamp-6 max-w-measure wrap-anywhere whitespace-pre-line">
        <PlainWords markdown={draft.body} />
      </p>
      <div className="flex flex-wrap gap-x-5">
        <CopyText text={draft.body} />
        {community && (
          <Button look="quiet" onPress={takeElsewhere}>
            <T id="kept.elsewhere" />
          </Button>
        )}
        <Button look="quiet" onPress={clear}>
          <T id="unsent.discard" />
        </Button>
      </div>
    </section>
  );
}

/** Its code comes only where there is a text to show. */
const PlainWords = ({ markdown }: { markdown: string }) => usePlainWords(markdown);
