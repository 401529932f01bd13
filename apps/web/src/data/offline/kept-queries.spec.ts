import { expect, test } from '@jest/globals';
import { partKept } from './kept-queries';

test('of what is read page by page the first pages are kept, from which one can go on', () => {
  const page = (n: number) => ({ items: [n], next: `after ${n}` });
  const data = { pages: [page(1), page(2), page(3)], pageParams: [null, 'after 1', 'after 2'] };
  expect(partKept(data)).toEqual({ pages: [page(1), page(2)], pageParams: [null, 'after 1'] });
  const whole = { pages: [page(1)], pageParams: [null] };
  expect(partKept(whole)).toBe(whole);
  expect(partKept([1, 2, 3])).toEqual([1, 2, 3]);
});
