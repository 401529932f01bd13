import { Link } from '@tanstack/react-router';
import { useThreads } from '~/data/threads';
import { T } from '~/i18n/text';

/** Announcements wait for me to say that I read them; where none does, there is nothing here. */
export function AskedLine() {
  const { data, hasNextPage } = useThreads({ feed: 'unacknowledged' });
  const waiting = (data?.pages ?? [])
    .flatMap(({ items, arrivals = [] }) => [...arrivals, ...items])
    .filter(({ mine }) => mine?.acknowledgement === 'asked');
  if (waiting.length === 0) return null;
  return (
    <p className="flex min-h-11 items-center">
      <Link
        to="/unacknowledged"
        className="touchable inline-flex items-center gap-x-2 rounded-sm font-medium text-accent underline-offset-4 hover:underline"
      >
        <span aria-hidden className="size-2 shrink-0 rounded-full bg-signal" />
        <T id="acknowledge.waits" n={waiting.length} more={String(hasNextPage)} />
      </Link>
    </p>
  );
}
