import { Link } from '@tanstack/react-router';
import { useCatchUpCount } from '~/data/catch-up';
import { T } from '~/i18n/text';

/** Whether there is something to catch up with, and how much. Its place is kept while that is not known. */
export function CatchUpLine() {
  const { data: count } = useCatchUpCount();
  return (
    <p className="flex min-h-11 items-center pt-2">
      {count && count.total > 0 && (
        <Link
          to="/catch-up"
          className="touchable inline-flex flex-wrap items-center gap-x-2 rounded-sm underline-offset-4 hover:underline"
        >
          {count.forMe > 0 && <span aria-hidden className="size-2 rounded-full bg-signal" />}
          <span className="font-medium text-accent">
            <T id="nav.catch-up" />
          </span>
          <span className="text-small text-quiet tabular-nums">
            <T id="catch-up.waits" mine={count.forMe} rest={count.total - count.forMe} />
          </span>
        </Link>
      )}
      {count?.total === 0 && (
        <span className="text-small text-quiet">
          <T id="catch-up.up-to-date" />
        </span>
      )}
    </p>
  );
}
