type Ago = { amount: number; unit: 'second' | 'minute' | 'hour' } | { format: Intl.DateTimeFormatOptions };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How to say when something was: "now", "5 min ago", "3 hr ago", then a weekday with its time, then a date. */
export function agoOf(date: Date, now: number): Ago {
  const age = now - date.getTime();
  if (age < MINUTE) return { amount: 0, unit: 'second' };
  if (age < HOUR) return { amount: Math.floor(age / MINUTE), unit: 'minute' };
  if (age < 12 * HOUR) return { amount: Math.floor(age / HOUR), unit: 'hour' };
  if (age < 6 * DAY) return { format: { weekday: 'short', hour: '2-digit', minute: '2-digit' } };
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return {
    format: isThisYear
      ? { day: 'numeric', month: 'short' }
      : { day: 'numeric', month: 'short', year: 'numeric' },
  };
}
