import type { CommunityView } from '~/data/types';
import { T } from '~/i18n/text';
import { Icon } from '~/ui/Icon';
import { Day } from '../Time';
import { MilestoneList } from './MilestoneList';
import { PlanLine } from './PlanLine';
import { progressOf } from './progress';

/** Where there is no third column: how far the project is, in one line; the whole plan is a press away. */
export function FoldedPlan({ community }: { community: CommunityView }) {
  const { kind, milestones, endsOn } = community;
  const { done, all } = progressOf(milestones);
  if (kind !== 'project' || all === 0) return null;
  return (
    <details className="group/plan border-b border-line py-3">
      <summary className="touchable flex cursor-pointer items-center gap-3 rounded-sm">
        <span className="min-w-0 flex-1 tabular-nums">
          <T id="plan.progress" done={done} all={all} />
          {endsOn && (
            <span className="text-quiet">
              {' · '}
              <T id="plan.until" day={<Day on={endsOn} />} />
            </span>
          )}
        </span>
        <Icon name="down" size={16} className="text-quiet transition-transform group-open/plan:rotate-180" />
      </summary>
      <PlanLine community={community} />
      <div className="pt-1">
        <MilestoneList community={community} />
      </div>
    </details>
  );
}
