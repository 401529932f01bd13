import type { Milestone } from '~/data/types';
import { isLate, progressOf, timePassed } from './progress';

const milestone = (title: string, dueOn: string | null, doneAt: string | null = null): Milestone => ({
  id: title,
  title,
  dueOn,
  doneAt,
});
const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

describe('how far a project is', () => {
  it('is said by its milestones, of which the first open one comes next', () => {
    const plan = [
      milestone('Fundering', '2026-06-01', '2026-06-01T10:00:00Z'),
      milestone('Ruwbouw', null),
      milestone('Oplevering', '2027-01-01'),
    ];
    expect(progressOf(plan)).toEqual({ done: 1, all: 3, next: plan[1] });
    expect(progressOf([])).toEqual({ done: 0, all: 0, next: undefined });
  });

  it('is said by the time that has passed, between its first and its last day', () => {
    expect(timePassed('2026-11-01', '2026-11-02', at('2026-11-02'))).toBeCloseTo(0.75);
    expect(timePassed('2026-11-01', '2026-11-02', at('2026-10-01'))).toBe(0);
    expect(timePassed('2026-11-01', '2026-11-02', at('2027-10-01'))).toBe(1);
  });

  it('is not said of a project without two ends, or whose ends are the wrong way round', () => {
    expect(timePassed('2026-11-01', null, at('2026-11-02'))).toBeNull();
    expect(timePassed('2026-11-05', '2026-11-01', at('2026-11-02'))).toBeNull();
  });

  it('is late only after the day, and only when it is not done', () => {
    expect(isLate(milestone('A', '2026-11-02'), at('2026-11-02'))).toBe(false);
    expect(isLate(milestone('A', '2026-11-02'), at('2026-11-03'))).toBe(true);
    expect(isLate(milestone('A', '2026-11-02', '2026-11-09T10:00:00Z'), at('2026-11-10'))).toBe(false);
    expect(isLate(milestone('A', null), at('2026-11-10'))).toBe(false);
  });
});
