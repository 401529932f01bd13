import { isTimeZone } from './time-zone.ts';

test.each(['Europe/Amsterdam', 'UTC', 'Asia/Kathmandu', 'America/Argentina/Ushuaia', 'Etc/GMT+5'])(
  '%s is a time zone',
  (name) => expect(isTimeZone(name)).toBe(true),
);

test.each([
  '',
  '+01:00',
  'Mars/Olympus',
  'Europe/../Paris',
  'Europe/',
  '__proto__',
  "x'; DROP",
  7,
  null,
  ['UTC'],
])('%j is no time zone', (name) => expect(isTimeZone(name)).toBe(false));
