import { firstOf, nextOf } from './use-gradually';

const items = (keys: string) => [...keys].map((key) => ({ key, index: key.charCodeAt(0) }));
const keysOf = (some: { key: string }[]) => some.map(({ key }) => key).join('');

test('at first those that fill the window are drawn; in the middle all of them, so that none moves another', () => {
  const from = (first: number) => [0, 1, 2, 3].map((n) => ({ index: first + n, start: 300 + n * 240 }));
  expect(firstOf(from(0), 800)).toHaveLength(3);
  expect(firstOf(from(7), 800)).toHaveLength(4);
});

test('threads that come near are drawn one at a time, the nearest first, and those that went go', () => {
  expect(keysOf(nextOf(items('abcdefg'), items('defghij')))).toBe('defgh');
  expect(keysOf(nextOf(items('defghij'), items('abcdefg')))).toBe('cdefg');
  expect(keysOf(nextOf(items('abcdefg'), items('abcdef')))).toBe('abcdef');
});

test('after a leap what is in sight is drawn before what is around it', () => {
  const wanted = items('stuvwxy');
  const drawn: string[] = [];
  for (
    let next = nextOf(items('abcdefg'), wanted);
    drawn.at(-1) !== keysOf(wanted);
    next = nextOf(next, wanted)
  )
    drawn.push(keysOf(next));
  expect(drawn.slice(0, 3)).toEqual(['v', 'uv', 'uvw']);
  expect(drawn).toHaveLength(7);
});
