import type { Milestone } from '~/data/types';

const DAY_MS = 86_400_000;

/** How many milestones are done, and which comes next: the first that is not. */
export function progressOf(milestones: Milestone[]) {
  const done = milestones.filter((one) => one.doneAt !== null).length;
  return { done, all: milestones.length, next: milestones.find((one) => one.doneAt === null) };
}

/** How much of a project's time has passed, 0..1; null where it has no two ends. */
export function timePassed(startsOn: string | null, endsOn: string | null, now: number): number | null {
  if (!startsOn || !endsOn) return null;
  const [start, end] = [Date.parse(startsOn), Date.parse(endsOn) + DAY_MS];
  if (!(end > start)) return null;
  return Math.min(1, Math.max(0, (now - start) / (end - start)));
}

/** Whether the day is over and the thing is not. */
export const isLate = ({ dueOn, doneAt }: Milestone, now: number): boolean =>
  doneAt === null && dueOn !== null && Date.parse(dueOn) + DAY_MS <= now;
