import { agoOf } from './ago';

const now = new Date('2026-11-24T12:00:00').getTime();
const ago = (ms: number) => agoOf(new Date(now - ms), now);
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

describe('how to say when something was', () => {
  it('goes from now, over minutes and hours, to a weekday and a date', () => {
    expect(ago(20_000)).toEqual({ amount: 0, unit: 'second' });
    expect(ago(5 * minute + 1)).toEqual({ amount: 5, unit: 'minute' });
    expect(ago(3 * hour)).toEqual({ amount: 3, unit: 'hour' });
    expect(ago(2 * day)).toHaveProperty('format.weekday');
    expect(ago(30 * day)).toEqual({ format: { day: 'numeric', month: 'short' } });
    expect(ago(400 * day)).toHaveProperty('format.year');
  });

  it('is now for a clock that is a little ahead', () => {
    expect(ago(-5000)).toEqual({ amount: 0, unit: 'second' });
  });
});
