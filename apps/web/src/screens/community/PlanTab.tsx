import { useChangeStatus } from '~/data/community-edit';
import { asProblem } from '~/data/problem';
import type { CommunityView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { ButtonLink } from '~/parts/ButtonLink';
import { FormProblem } from '~/parts/FormProblem';
import { MilestoneList } from '~/parts/project/MilestoneList';
import { PlanLine } from '~/parts/project/PlanLine';
import { progressOf } from '~/parts/project/progress';
import { EmptyState } from '~/ui/EmptyState';
import { Select } from '~/ui/Select';

const statuses = ['planned', 'active', 'done'] as const;

/** A project's time, milestones and status; who leads it changes them here. */
export function PlanTab({ community }: { community: CommunityView }) {
  const text = useText();
  const { id, milestones, startsOn, endsOn, mayManage, archivedAt } = community;
  const change = useChangeStatus(community);
  const { done, all } = progressOf(milestones);
  const status = community.status ?? 'active';
  const mayChange = mayManage && !archivedAt;
  return (
    <div className="flex max-w-[42rem] flex-col gap-5 py-6">
      <p className="flex flex-wrap items-center gap-x-4 text-quiet">
        {mayChange ? (
          <Select
            inline
            label={text('community.status')}
            value={status}
            onChange={(chosen) => change.mutate(chosen)}
            options={statuses.map((one) => ({ id: one, label: text(`community.status-${one}`) }))}
          />
        ) : (
          <T id={`community.status-${status}`} />
        )}
        {all > 0 && (
          <span className="tabular-nums">
            <T id="plan.progress" done={done} all={all} />
          </span>
        )}
      </p>
      <FormProblem problem={change.error ? asProblem(change.error) : null} />
      <PlanLine community={community} />
      <MilestoneList community={community} />
      {all === 0 && !startsOn && !endsOn && (
        <EmptyState title={<T id="plan.empty" />}>
          <T id={mayChange ? 'plan.empty-text' : 'plan.empty-read'} />
        </EmptyState>
      )}
      {mayChange && (
        <div>
          <ButtonLink to={`/communities/${id}/edit`} icon="edit">
            <T id="plan.edit" />
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
