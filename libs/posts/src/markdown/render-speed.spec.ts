import { worstCases } from './fixtures/worst-cases.ts';
import { renderPost } from './render.ts';
import { handlesIn } from './written.ts';

/** The aim is 100 ms on a small server; the bound is wider so that a busy machine does not fail the build. */
const BOUND_MS = 500;

const nobody = { people: new Map(), communities: new Map() };

describe('A post of 20,000 characters', () => {
  it.each([...worstCases.keys()])('is rendered soon: %s', (name) => {
    const source = worstCases.get(name)!;
    expect(source.length).toBeLessThanOrEqual(20_000);
    expect(medianOf(() => renderPost(source, nobody))).toBeLessThan(BOUND_MS);
  });

  it('has its names found as soon', () => {
    const times = [...worstCases.values()].map((source) => medianOf(() => handlesIn(source)));
    expect(Math.max(...times)).toBeLessThan(BOUND_MS);
  });
});

function medianOf(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[1]!;
}
