import { drawnOf, moreOf } from './use-in-portions';

const posts = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => ({ id: String(from + n) }));
const numbers = (some: Iterable<{ id: string }>) => [...some].map(({ id }) => Number(id));
const ids = (from: number, to: number) => new Set(posts(from, to).map(({ id }) => id));

test('a thread that opens has its first replies at once, and the rest below them, a few at a time', () => {
  const all = posts(1, 30);
  let shown = drawnOf(all, new Set(), 0);
  expect(numbers(shown)).toEqual([1, 2, 3]);
  const counts: number[] = [];
  while (shown.length < all.length) {
    shown = drawnOf(all, moreOf(all, shown, 0), 0);
    expect(numbers(shown)).toEqual(Array.from(shown, (_, n) => n + 1));
    counts.push(shown.length);
  }
  expect(counts).toEqual([11, 19, 27, 30]);
});

test('what was in the feed stays when the page of its replies comes', () => {
  expect(numbers(drawnOf(posts(1, 30), ids(28, 30), 0))).toEqual([1, 2, 3, 28, 29, 30]);
});

test('whoever is led to a reply has it at once, with those before and after it; then what is next to them', () => {
  const all = posts(1, 30);
  const shown = drawnOf(all, new Set(), 14);
  expect(numbers(shown)).toEqual([13, 14, 15, 16, 17]);
  expect(numbers(drawnOf(all, moreOf(all, shown, 14), 14))).toEqual(numbers(posts(9, 21)));
});

test('earlier replies come above, those next to the reader first, and not before they are asked for', () => {
  const all = posts(1, 40);
  const there = drawnOf(all, ids(31, 40), null);
  expect(numbers(there)).toEqual(numbers(posts(31, 40)));
  expect(numbers(drawnOf(all, moreOf(all, there, null), null))).toEqual(numbers(posts(23, 40)));
});
