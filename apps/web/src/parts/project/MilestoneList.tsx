import { useTickMilestone } from '~/data/communities';
import type { CommunityView, Milestone } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Checkbox } from '~/ui/Checkbox';
import { classes } from '~/ui/classes';
import { Icon } from '~/ui/Icon';
import { Day } from '../Time';
import { isLate, progressOf } from './progress';

/** What a project has to reach, in order; its ring fills as they are ticked. Who leads it ticks them here. */
export function MilestoneList({ community }: { community: CommunityView }) {
  const { milestones, mayManage } = community;
  const { next } = progressOf(milestones);
  const now = Date.now();
  return (
    <ul>
      {milestones.map((milestone) => (
        <li key={milestone.id} className="flex items-start gap-2.5 py-1">
          {mayManage ? <Tick communityId={community.id} milestone={milestone} /> : <State of={milestone} />}
          <span
            className={classes('min-w-0 flex-1 wrap-anywhere', milestone !== next && 'text-quiet')}
            {...(milestone === next && { 'aria-current': 'step' as const })}
          >
            {milestone.title}
          </span>
          {milestone.dueOn && (
            <span
              className={classes(
                'shrink-0 text-small leading-(--body-line) tabular-nums',
                isLate(milestone, now) ? 'text-signal-text' : 'text-quiet',
              )}
            >
              {isLate(milestone, now) && (
                <span className="sr-only">
                  <T id="milestones.late" />{' '}
                </span>
              )}
              <Day on={milestone.dueOn} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Tick({ communityId, milestone }: { communityId: string; milestone: Milestone }) {
  const text = useText();
  const tick = useTickMilestone(communityId);
  const { id, title, doneAt } = milestone;
  return (
    <Checkbox
      isChecked={doneAt !== null}
      label={text('milestones.tick', { title })}
      onChange={(done) => tick.mutate({ id, done })}
    />
  );
}

function State({ of }: { of: Milestone }) {
  const isDone = of.doneAt !== null;
  return (
    <span
      className={classes(
        'mt-0.5 flex size-5 shrink-0 items-center justify-center',
        isDone ? 'text-quiet' : 'text-edge',
      )}
    >
      {isDone ? (
        <Icon name="tick" size={16} />
      ) : (
        <span aria-hidden className="size-3 rounded-full border-2 border-current" />
      )}
      <span className="sr-only">
        <T id={isDone ? 'milestones.is-done' : 'milestones.is-open'} />
      </span>
    </span>
  );
}
