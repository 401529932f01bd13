import { worstCases } from './fixtures/worst-cases.ts';
import { renderPost } from './render.ts';
import { handlesIn } from './written.ts';

/**
 * Not a measurement: the aim is 100 ms. Whatever explodes takes minutes, and this tells it from what does not,
 * in time of the processor, so that a busy machine fails nothing.
 */
const BOUND_MS = 3_000;

const nobody = { people: new Map(), communities: new Map() };

describe('A post of 20,000 characters', () => {
  it.each([...worstCases.keys()])('does not explode when it is rendered: %s', (name) => {
    const source = worstCases.get(name)!;
    expect(source.length).toBeLessThanOrEqual(20_000);
    expect(processorTimeOf(() => renderPost(source, nobody))).toBeLessThan(BOUND_MS);
  });

  it.each([...worstCases.keys()])('does not explode when names are looked for: %s', (name) => {
    expect(processorTimeOf(() => handlesIn(worstCases.get(name)!))).toBeLessThan(BOUND_MS);
  });
});

function processorTimeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}
