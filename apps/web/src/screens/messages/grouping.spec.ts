import { isContinued } from './grouping';

const said = (id: string, createdAt: string) => ({ createdAt, author: { id } as never });

test('a name stands again after somebody else, after a pause, and on another day', () => {
  const first = said('sanne', '2026-03-02T12:00:00.000Z');
  expect(isContinued(first, undefined)).toBe(false);
  expect(isContinued(said('sanne', '2026-03-02T12:04:00.000Z'), first)).toBe(true);
  expect(isContinued(said('omar', '2026-03-02T12:04:00.000Z'), first)).toBe(false);
  expect(isContinued(said('sanne', '2026-03-02T12:06:00.000Z'), first)).toBe(false);
  const late = said('sanne', new Date(2026, 2, 2, 23, 59).toISOString());
  expect(isContinued(said('sanne', new Date(2026, 2, 3, 0, 1).toISOString()), late)).toBe(false);
});
