import type { CatchUp } from '~/data/types';
import { useIntl } from '~/i18n/Language';
import { T } from '~/i18n/text';

/** Within a few days one remembers the hour. */
const RECENT_MS = 3 * 24 * 60 * 60 * 1000;

/** How much it is, and since when: all of it, not a choice. */
export function Since({ view }: { view: CatchUp }) {
  const intl = useIntl();
  const since = new Date(view.since);
  const isRecent = Date.now() - since.getTime() < RECENT_MS;
  const isThisYear = since.getFullYear() === new Date().getFullYear();
  const day = intl.formatDate(since, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
    ...(isRecent ? { hour: 'numeric', minute: '2-digit' } : {}),
  });
  return (
    <p className="text-small text-quiet tabular-nums">
      <T id="catch-up.since" mine={view.forMe} rest={view.total - view.forMe} day={day} />
    </p>
  );
}
