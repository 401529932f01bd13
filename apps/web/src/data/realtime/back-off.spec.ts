import { backOff } from './back-off';

describe('waiting before the next try', () => {
  it('is spread between 0.3 s and a bound that grows to 20 s', () => {
    expect(backOff(0, () => 0)).toBe(300);
    expect(backOff(20, () => 0)).toBe(300);
    expect(backOff(0, () => 1)).toBe(600);
    expect(backOff(3, () => 1)).toBe(4800);
    expect(backOff(20, () => 1)).toBe(20_000);
  });
});
