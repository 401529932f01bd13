import { useTitle } from '~/app/use-title';
import { useServerDrafts } from '~/data/drafts/server-drafts';
import { usePlacesWithDrafts } from '~/data/drafts/use-places';
import { useMyId } from '~/data/session';
import { T, useText } from '~/i18n/text';
import { ReadProblem } from '~/parts/ReadProblem';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { EmptyState } from '~/ui/EmptyState';
import { DraftRow } from './DraftRow';

/** What I began to write and did not send, wherever that was. */
export function DraftsScreen() {
  const text = useText();
  useTitle(text('nav.drafts'));
  const places = usePlacesWithDrafts(useMyId());
  const query = useServerDrafts();
  const { data, isSuccess } = query;
  const known = new Map(data?.items.map((draft, index) => [draft.place, { draft, index }]));
  // What the server does not have yet was written last.
  const order = (place: string) => known.get(place)?.index ?? -1;
  const sorted = places.toSorted((one, other) => order(one) - order(other));
  return (
    <div className="max-w-[42rem]">
      <ScreenHeader title={text('nav.drafts')} />
      <ReadProblem query={query} />
      {sorted.length === 0 && isSuccess && (
        <EmptyState title={<T id="drafts.empty" />}>
          <T id="drafts.empty-text" />
        </EmptyState>
      )}
      <ul>
        {sorted.map((place) => (
          <DraftRow key={place} place={place} known={known.get(place)?.draft} />
        ))}
      </ul>
    </div>
  );
}
