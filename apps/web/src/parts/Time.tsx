import { useSyncExternalStore } from 'react';
import { useIntl } from '~/i18n/Language';
import { agoOf } from './ago';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
/** Told in one go: two thousand replies have as many times. */
const AT_ONCE = 50;

/** One clock for all times on the page; it ticks only while some are shown. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => tell([...listeners]), 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tell([...waiting]: (() => void)[]): void {
  for (const listener of waiting.splice(0, AT_ONCE)) listener();
  if (waiting.length > 0) setTimeout(() => tell(waiting));
}

/** When: near times as a distance, far ones as a date; the whole truth on hover and to machines. */
export function Time({ at }: { at: string }) {
  const intl = useIntl();
  const date = new Date(at);
  // Only what reads otherwise by now is drawn anew.
  useSyncExternalStore(subscribe, () => JSON.stringify(agoOf(date, Date.now())));
  const ago = agoOf(date, Date.now());
  const shown =
    'format' in ago
      ? intl.formatDate(date, ago.format)
      : intl.formatRelativeTime(-ago.amount, ago.unit, { style: 'short', numeric: 'auto' });
  return (
    <time
      dateTime={at}
      className="whitespace-nowrap"
      title={intl.formatDate(date, { dateStyle: 'full', timeStyle: 'short' })}
    >
      {shown}
    </time>
  );
}

/** A day without a time, such as a milestone's. */
export function Day({ on, withYear = false }: { on: string; withYear?: boolean }) {
  const intl = useIntl();
  const isThisYear = on.startsWith(String(new Date().getFullYear()));
  // A day has no time zone: it is the same day for everybody.
  const format = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  const shown = intl.formatDate(
    `${on}T00:00:00Z`,
    isThisYear && !withYear ? format : { ...format, year: 'numeric' },
  );
  return (
    <time dateTime={on} className="whitespace-nowrap">
      {shown}
    </time>
  );
}
