import type { CommunityView, Milestone } from '~/data/types';

export interface Upcoming {
  community: CommunityView;
  milestone: Milestone;
}

/** Of each project that goes on, the first milestone with a day that is not done; the nearest day first. */
export function comingUp(mine: CommunityView[]): Upcoming[] {
  return mine
    .filter(({ kind, archivedAt, status }) => kind === 'project' && archivedAt === null && status !== 'done')
    .flatMap((community) => {
      const open = community.milestones.filter(({ doneAt, dueOn }) => doneAt === null && dueOn !== null);
      const [milestone] = open.sort((one, other) => one.dueOn!.localeCompare(other.dueOn!));
      return milestone ? [{ community, milestone }] : [];
    })
    .sort((one, other) => one.milestone.dueOn!.localeCompare(other.milestone.dueOn!));
}
