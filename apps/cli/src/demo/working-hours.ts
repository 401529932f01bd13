import type { Chance } from './chance.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const OPENS = 8 * 60 + 5;
const CLOSES = 17 * 60 + 40;

const offset = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Amsterdam', timeZoneName: 'longOffset' });

/** A moment in office hours, Amsterdam time, on that many days before `now`, or the Friday before a weekend. */
export function moment(now: Date, daysAgo: number, chance: Chance): Date {
  const day = workday(new Date(now.getTime() - daysAgo * DAY), -1);
  return atMinute(day, chance.between(OPENS, CLOSES - 60));
}

/** When somebody answers: soon, or later that day, or on the next working day. */
export function answeredAfter(time: Date, chance: Chance): Date {
  const minutes = chance.next() < 0.7 ? chance.between(3, 75) : chance.between(90, 300);
  const soon = new Date(time.getTime() + minutes * MINUTE);
  if (minuteOfDay(soon) >= OPENS && minuteOfDay(soon) <= CLOSES) return soon;
  return atMinute(workday(new Date(time.getTime() + DAY), 1), OPENS + chance.between(0, 90));
}

/** A day as YYYY-MM-DD, `days` from now. */
export function dayFrom(now: Date, days: number): string {
  return workday(new Date(now.getTime() + days * DAY), 1)
    .toISOString()
    .slice(0, 10);
}

/** The same moments, or, when the last ones are still to come, a quicker conversation that ends before `now`. */
export function notAfter(now: Date, times: readonly Date[]): Date[] {
  const last = times.at(-1)!.getTime();
  if (last < now.getTime()) return [...times];
  const first = Math.min(times[0]!.getTime(), now.getTime() - 20 * MINUTE * times.length);
  const step = Math.min(25 * MINUTE, (now.getTime() - 2 * MINUTE - first) / times.length);
  return times.map((_, i) => new Date(Math.round(first + step * i)));
}

function workday(day: Date, direction: 1 | -1): Date {
  const weekday = day.getUTCDay();
  if (weekday !== 0 && weekday !== 6) return day;
  return workday(new Date(day.getTime() + direction * DAY), direction);
}

function atMinute(day: Date, minute: number): Date {
  const midnight = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate());
  return new Date(midnight + (minute - offsetMinutes(day)) * MINUTE + (day.getTime() % 997) * 50);
}

function minuteOfDay(time: Date): number {
  const local = new Date(time.getTime() + offsetMinutes(time) * MINUTE);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

function offsetMinutes(time: Date): number {
  const name = offset.formatToParts(time).find((part) => part.type === 'timeZoneName')?.value ?? '';
  return 60 * Number(/[+-]\d+/.exec(name)?.[0] ?? 1);
}
