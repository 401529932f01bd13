import { decodeCursor, encodeCursor, PageQuery } from './page.ts';
import { validationPipe } from './validation.pipe.ts';

const ID = '0196a1b0-0000-7000-8000-000000000000';
const TIME = '2026-03-01T12:00:00.000Z';

test('a cursor comes back as it was made', () => {
  expect(decodeCursor(encodeCursor(TIME, ID), 'time', 'id')).toEqual([TIME, ID]);
  expect(decodeCursor(encodeCursor('łódź', ID), 'text', 'id')).toEqual(['łódź', ID]);
  expect(decodeCursor(encodeCursor(7), 'position')).toEqual([7]);
});

test('the cursor after the longest name in the widest letters is taken', async () => {
  const cursor = encodeCursor('𝕏'.repeat(100), ID);
  const query = validationPipe().transform({ cursor }, { type: 'query', metatype: PageQuery });
  await expect(query).resolves.toMatchObject({ cursor });
});

test.each([
  ['2020-01-01 00:00 Foo/Bar', ID],
  ['2026-01-01T00:00:00+99:99', ID],
  ['2026-13-01T00:00:00.000Z', ID],
  ['infinity', ID],
  ['now', ID],
  [-1e20, ID],
  [TIME, 'x'],
  [TIME, 5],
  [TIME],
  [TIME, ID, ID],
])('%j is no cursor of a list in the order of time', (...key) => {
  expect(() => decodeCursor(encodeCursor(...key), 'time', 'id')).toThrow('is not a cursor');
});

test.each([
  ['a\0', ID],
  [7, ID],
  ['a', 'A'.repeat(36)],
])('%j is no cursor of a list by name', (...key) => {
  expect(() => decodeCursor(encodeCursor(...key), 'text', 'id')).toThrow('is not a cursor');
});

test.each([1.5, 2 ** 31, -1e20, 'x', '7'])('%j is no position', (position) => {
  expect(() => decodeCursor(encodeCursor(position), 'position')).toThrow('is not a cursor');
});

test.each(['%%%', 'bnVsbA', 'W10', 'eyJhIjoxfQ', '💥'])('%j is no cursor at all', (cursor) => {
  expect(() => decodeCursor(cursor, 'id')).toThrow('is not a cursor');
});
