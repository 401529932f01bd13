import type { CommunityView } from '~/data/types';
import { T } from '~/i18n/text';
import { Icon } from '~/ui/Icon';
import { Day } from '../Time';
import { MilestoneList } from './MilestoneList';
import { PlanLine } from './PlanLine';
import { progressOf } from './progress';

/** Where there is no third column: how far the project is and what comes next; the whole plan is a press away. */
export function FoldedPlan({ community }: { community: CommunityView }) {
  const { kind, milestones } = community;
  const { done, all, next } = progressOf(milestones);
  if (kind !== 'project' || all === 0) return null;
  return (
    <details className="group/plan border-b border-line py-3">
      <summary className="touchable flex cursor-pointer items-center gap-3 rounded-sm">
        <span className="min-w-0 flex-1 truncate">
          {next ? <T id="plan.next" title={next.title} /> : <T id="plan.all-done" />}
          {next?.dueOn && (
            <span className="text-small text-quiet tabular-nums">
              {' · '}
              <Day on={next.dueOn} />
            </span>
          )}
        </span>
        <span className="shrink-0 text-small text-quiet tabular-nums">
          <T id="milestones.done" done={done} all={all} />
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
