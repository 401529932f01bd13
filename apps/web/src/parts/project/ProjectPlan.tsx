import type { CommunityView } from '~/data/types';
import { T } from '~/i18n/text';
import { ContextSection } from '../context/ContextSection';
import { MilestoneList } from './MilestoneList';
import { PlanLine } from './PlanLine';
import { progressOf } from './progress';

/** A project's time and milestones. Nothing for what has neither. */
export function ProjectPlan({ community }: { community: CommunityView }) {
  const { kind, milestones, startsOn, endsOn } = community;
  const { done, all } = progressOf(milestones);
  if (kind !== 'project' || (all === 0 && !(startsOn && endsOn))) return null;
  return (
    <ContextSection
      title={<T id="plan.title" />}
      aside={all > 0 && <T id="milestones.done" done={done} all={all} />}
    >
      <PlanLine community={community} />
      <MilestoneList community={community} />
    </ContextSection>
  );
}
