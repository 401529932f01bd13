import fc from 'fast-check';
import { isQuiet, type QuietHours, quietUntil } from './quiet-hours.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const night: QuietHours = { from: 22 * 60, until: 7 * 60, days: EVERY_DAY };
const end = (at: string, hours: QuietHours, zone: string) =>
  quietUntil(new Date(at), hours, zone)?.toISOString();

describe('a night from 22:00 to 7:00', () => {
  test.each([
    ['an ordinary one', '2026-11-24T23:30:00Z', 'Europe/Amsterdam', '2026-11-25T06:00:00.000Z'],
    [
      'of eight hours, when the clock goes forward',
      '2026-03-28T22:30:00Z',
      'Europe/Amsterdam',
      '2026-03-29T05:00:00.000Z',
    ],
    [
      'of ten hours, when the clock goes back',
      '2026-10-24T21:30:00Z',
      'Europe/Amsterdam',
      '2026-10-25T06:00:00.000Z',
    ],
    ['in Kathmandu, 5:45 ahead', '2026-11-24T17:00:00Z', 'Asia/Kathmandu', '2026-11-25T01:15:00.000Z'],
    [
      'on Lord Howe Island, where the clock moves by half an hour',
      '2026-04-04T12:00:00Z',
      'Australia/Lord_Howe',
      '2026-04-04T20:30:00.000Z',
    ],
    [
      'in Apia, at the other side of the date line',
      '2026-11-24T10:00:00Z',
      'Pacific/Apia',
      '2026-11-24T18:00:00.000Z',
    ],
  ])('%s', (_, at, zone, expected) => expect(end(at, night, zone)).toBe(expected));

  test('does not last through the day', () => {
    expect(isQuiet(new Date('2026-11-24T08:00:00Z'), night, 'Europe/Amsterdam')).toBe(false);
    expect(end('2026-11-24T08:00:00Z', night, 'Europe/Amsterdam')).toBe('2026-11-24T08:00:00.000Z');
  });
});

test('an end in the hour that a clock skips is when it has skipped it', () => {
  const hours = { from: 0, until: 2 * 60 + 30, days: EVERY_DAY };
  expect(end('2026-03-29T00:30:00Z', hours, 'Europe/Amsterdam')).toBe('2026-03-29T01:00:00.000Z');
});

describe('days', () => {
  const workdays = { ...night, days: [1, 2, 3, 4, 5] };
  const zone = 'Europe/Amsterdam';

  test('count by when the quiet begins: the night after Friday is quiet, the one after Saturday is not', () => {
    expect(isQuiet(new Date('2026-11-28T01:00:00Z'), workdays, zone)).toBe(true);
    expect(isQuiet(new Date('2026-11-29T01:00:00Z'), workdays, zone)).toBe(false);
    expect(isQuiet(new Date('2026-11-30T01:00:00Z'), workdays, zone)).toBe(false);
    expect(isQuiet(new Date('2026-11-30T23:00:00Z'), workdays, zone)).toBe(true);
  });

  test('a whole weekend ends on Monday at midnight', () => {
    const weekend = { from: 0, until: 1440, days: [6, 7] };
    expect(end('2026-11-28T12:00:00Z', weekend, zone)).toBe('2026-11-29T23:00:00.000Z');
  });

  test('quiet at every hour of every day has no end', () => {
    expect(quietUntil(new Date(), { from: 0, until: 1440, days: EVERY_DAY }, zone)).toBeNull();
  });
});

test('whatever the hours, zone and moment: the end is not quiet, and just before it was', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 1, max: 1440 }),
      fc.subarray(EVERY_DAY, { minLength: 1 }),
      fc.constantFrom(
        'Europe/Amsterdam',
        'America/New_York',
        'Asia/Kathmandu',
        'Australia/Lord_Howe',
        'Africa/Cairo',
      ),
      fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
      (from, until, days, zone, at) => {
        const hours = { from, until, days };
        const quietEnd = quietUntil(at, hours, zone);
        if (!quietEnd) return;
        expect(isQuiet(quietEnd, hours, zone)).toBe(false);
        expect(quietEnd.getTime()).toBeGreaterThanOrEqual(at.getTime());
        if (quietEnd > at) expect(isQuiet(new Date(quietEnd.getTime() - 1), hours, zone)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
