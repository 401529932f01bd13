import { nextOf } from './use-gradually';

const items = (keys: string) => [...keys].map((key) => ({ key }));
const keysOf = (some: { key: string }[]) => some.map(({ key }) => key).join('');

test('at first all of them are drawn, so that none moves another', () => {
  expect(keysOf(nextOf([], items('abcdef')))).toBe('abcdef');
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
