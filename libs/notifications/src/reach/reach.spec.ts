import { type ReachSettings, reachOf } from './reach.ts';

const settings: ReachSettings = {
  pushOff: ['reaction'],
  quiet: { from: 22 * 60, until: 7 * 60, days: [1, 2, 3, 4, 5, 6, 7] },
  pausedFrom: null,
  pausedUntil: null,
  timeZone: 'Europe/Amsterdam',
};
const noon = new Date('2026-11-24T11:00:00Z');
const midnight = new Date('2026-11-24T23:00:00Z');
const morning = new Date('2026-11-25T06:00:00Z');

test('by day it is pushed, at night in the morning', () => {
  expect(reachOf('mention', noon, settings)).toEqual({ by: 'push' });
  expect(reachOf('mention', midnight, settings)).toEqual({ by: 'later', because: 'quiet', at: morning });
});

test('a kind that is switched off only stands in the list', () => {
  expect(reachOf('reaction', noon, settings)).toEqual({ by: 'list' });
  expect(reachOf('reaction', midnight, settings)).toEqual({ by: 'list' });
});

describe('a pause', () => {
  test('holds everything until it ends', () => {
    const hour = { ...settings, pausedFrom: noon, pausedUntil: new Date('2026-11-24T12:00:00Z') };
    expect(reachOf('mention', noon, hour)).toEqual({ by: 'later', because: 'pause', at: hour.pausedUntil });
    expect(reachOf('mention', hour.pausedUntil, hour)).toEqual({ by: 'push' });
  });

  test('that ends at night ends in the morning', () => {
    const late = { ...settings, pausedFrom: noon, pausedUntil: midnight };
    expect(reachOf('mention', noon, late)).toEqual({ by: 'later', because: 'pause', at: morning });
  });

  test('does not reach back to what was before it', () => {
    const later = { ...settings, pausedFrom: midnight, pausedUntil: morning };
    expect(reachOf('mention', noon, later)).toEqual({ by: 'push' });
  });
});

test('quiet at all hours is the same as no push at all', () => {
  const always = { ...settings, quiet: { from: 0, until: 1440, days: [1, 2, 3, 4, 5, 6, 7] } };
  expect(reachOf('mention', noon, always)).toEqual({ by: 'list' });
});
