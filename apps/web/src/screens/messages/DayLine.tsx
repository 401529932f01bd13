import { useIntl } from '~/i18n/Language';

const DAY_MS = 86_400_000;

/** From here on it was another day. */
export function DayLine({ at }: { at: string }) {
  const intl = useIntl();
  const date = new Date(at);
  const ago = Math.round((startOf(new Date()) - startOf(date)) / DAY_MS);
  const isThisYear = date.getFullYear() === new Date().getFullYear();
  const shown =
    ago < 2
      ? intl.formatRelativeTime(-ago, 'day', { numeric: 'auto' })
      : intl.formatDate(date, {
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          ...(isThisYear ? {} : { year: 'numeric' }),
        });
  return (
    <li className="flex items-center gap-3 pt-5 pb-1 text-small text-quiet first-letter:uppercase">
      <span aria-hidden className="h-px flex-1 bg-line" />
      <h2 className="font-normal first-letter:uppercase">{shown}</h2>
      <span aria-hidden className="h-px flex-1 bg-line" />
    </li>
  );
}

const startOf = (date: Date): number => new Date(date).setHours(0, 0, 0, 0);
