import type { CommunityView, Milestone } from '~/data/types';
import { comingUp } from './coming-up';

const project = (name: string, milestones: Partial<Milestone>[], more: Partial<CommunityView> = {}) =>
  ({
    name,
    kind: 'project',
    status: 'active',
    archivedAt: null,
    milestones: milestones.map((one, place) => ({
      id: `${name} ${place}`,
      title: `${place}`,
      doneAt: null,
      dueOn: null,
      ...one,
    })),
    ...more,
  }) as CommunityView;

it('what comes up is the nearest open milestone of each project, in order of day', () => {
  const mine = [
    project('Noord', [{ dueOn: '2027-03-01' }, { dueOn: '2027-01-01' }]),
    project('Brug', [{ dueOn: '2026-12-01', doneAt: '2026-11-01T00:00:00Z' }, { dueOn: '2026-12-24' }]),
  ];
  expect(comingUp(mine).map(({ milestone }) => milestone.dueOn)).toEqual(['2026-12-24', '2027-01-01']);
});

it('projects that are over, put away or without days are left out, and so are groups', () => {
  const due = [{ dueOn: '2027-01-01' }];
  expect(
    comingUp([
      project('A', due, { status: 'done' }),
      project('B', due, { archivedAt: '2026-01-01T00:00:00Z' }),
      project('C', [{ title: 'once' }]),
      project('D', due, { kind: 'group' }),
    ]),
  ).toEqual([]);
});
