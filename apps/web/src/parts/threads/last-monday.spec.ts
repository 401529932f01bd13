import { lastMonday } from './last-monday';

const day = (date: Date) => [date.getFullYear(), date.getMonth() + 1, date.getDate(), date.getHours()];

describe('since when threads are counted', () => {
  it('is the beginning of this week', () => {
    expect(day(lastMonday(new Date(2026, 10, 25, 15)))).toEqual([2026, 11, 23, 0]);
    expect(day(lastMonday(new Date(2026, 10, 29, 23)))).toEqual([2026, 11, 23, 0]);
  });

  it('is the week before on a Monday', () => {
    expect(day(lastMonday(new Date(2026, 10, 23, 8)))).toEqual([2026, 11, 16, 0]);
  });
});
