import { stretchesOf } from './stretches';

const posts = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => ({ position: from + n }));
const positions = (list: ReturnType<typeof stretchesOf>) =>
  list.flatMap((stretch) => stretch.posts.map(({ position }) => position));

describe('stretches of a long thread', () => {
  it('are one where there are few posts, and none without', () => {
    expect(stretchesOf([])).toEqual([]);
    expect(stretchesOf(posts(2, 7))).toHaveLength(1);
  });

  it('hold every post once, in its order', () => {
    const all = posts(2, 2001);
    const stretches = stretchesOf(all);
    expect(positions(stretches)).toEqual(all.map(({ position }) => position));
    expect(Math.max(...stretches.map((stretch) => stretch.posts.length))).toBeLessThanOrEqual(8);
  });

  it('stay the same when earlier posts open and new ones come', () => {
    const before = stretchesOf(posts(500, 700)).slice(1, -1);
    const after = stretchesOf(posts(100, 760));
    for (const stretch of before) expect(after).toContainEqual(stretch);
  });
});
