import { Link } from '@tanstack/react-router';
import { usePlacesWithDrafts } from '~/data/drafts/use-places';
import { useMyId } from '~/data/session';
import { T } from '~/i18n/text';

/** To what I began elsewhere; nothing where there is nothing. */
export function DraftsLink({ except }: { except: string }) {
  const others = usePlacesWithDrafts(useMyId()).filter((place) => place !== except);
  if (others.length === 0) return null;
  return (
    <Link
      to="/drafts"
      className="touchable ml-auto inline-flex shrink-0 items-center rounded-md text-small text-quiet hover:text-ink hover:underline"
    >
      <T id="drafts.link" n={others.length} />
    </Link>
  );
}
