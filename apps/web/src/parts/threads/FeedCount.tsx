import { useThreadCount } from '~/data/threads';
import type { Sort } from '~/data/types';
import { useIntl } from '~/i18n/Language';
import { T } from '~/i18n/text';
import { lastMonday } from './last-monday';

/** That nothing is left out, as a number one can check: all threads since a day. Its place is kept while it comes. */
export function FeedCount({ feed, sort }: { feed: 'home' | 'everything' | 'unanswered'; sort: Sort }) {
  const intl = useIntl();
  const since = lastMonday(new Date());
  const { data } = useThreadCount(feed, sort, since.toISOString());
  const day = intl.formatDate(since, { weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <p className="min-h-(--body-line) text-small text-quiet tabular-nums">
      {data && <T id={data.more ? 'feed.count-more' : 'feed.count'} n={data.count} day={day} />}
    </p>
  );
}
