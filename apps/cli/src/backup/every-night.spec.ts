import { nextAt } from './every-night.ts';

const at = (text: string) => new Date(text);

describe('the next night', () => {
  test('is today before the time and tomorrow after it', () => {
    expect(nextAt('02:30', at('2026-11-24T01:00:00'))).toEqual(at('2026-11-24T02:30:00'));
    expect(nextAt('02:30', at('2026-11-24T02:30:00'))).toEqual(at('2026-11-25T02:30:00'));
    expect(nextAt('23:05', at('2026-12-31T23:59:00'))).toEqual(at('2027-01-01T23:05:00'));
  });

  test('comes once on each local day, also when the clock changes', () => {
    let now = at('2027-03-20T12:00:00');
    const days = new Set<string>();
    for (let night = 0; night < 20; night++) {
      now = nextAt('02:30', now);
      days.add(now.toDateString());
    }
    expect(days.size).toBe(20);
  });
});
