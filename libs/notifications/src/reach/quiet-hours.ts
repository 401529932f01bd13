const MINUTE = 60_000;
const DAY = 24 * 60;

/** When somebody's own clock shows these times, on the days on which the time begins, they are left alone. */
export interface QuietHours {
  /** Minutes after midnight. `until` before or at `from` is on the next day; 1440 is midnight. */
  from: number;
  until: number;
  /** ISO: 1 is Monday. */
  days: readonly number[];
}

interface WallClock {
  day: number;
  minute: number;
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall shows in a time zone. Asked anew for each moment, so a changed clock is no case apart. */
function wallClock(at: Date, timeZone: string): WallClock {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    clocks.set(timeZone, clock);
  }
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    day: DAYS.indexOf(parts.weekday!) + 1,
    minute: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

const dayBefore = (day: number): number => (day === 1 ? 7 : day - 1);

function isQuietOn({ day, minute }: WallClock, { from, until, days }: QuietHours): boolean {
  if (from < until) return days.includes(day) && from <= minute && minute < until;
  return (days.includes(day) && minute >= from) || (days.includes(dayBefore(day)) && minute < until);
}

export function isQuiet(at: Date, hours: QuietHours, timeZone: string): boolean {
  return isQuietOn(wallClock(at, timeZone), hours);
}

/** Clocks change at quarters of an hour at the finest, so no step goes past a change unseen. */
const STEP = 15;
const MOST_STEPS = (8 * DAY) / STEP;

/**
 * The first moment from `at` on that is not quiet. It asks the clock on the wall again at each step instead of
 * counting hours, so a night of 23 or 25 hours ends at the same time of the clock as any other. Null when there is
 * none: every hour of every day is quiet.
 */
export function quietUntil(at: Date, hours: QuietHours, timeZone: string): Date | null {
  let moment = at;
  for (let steps = 0; steps < MOST_STEPS * 2; steps++) {
    const now = wallClock(moment, timeZone);
    if (!isQuietOn(now, hours)) return moment;
    const toEnd = ((hours.until % DAY) - now.minute + DAY) % DAY || DAY;
    const toQuarter = STEP - (now.minute % STEP);
    const begun = moment.getTime() - (moment.getTime() % MINUTE);
    moment = new Date(begun + Math.min(toEnd, toQuarter) * MINUTE);
  }
  return null;
}
