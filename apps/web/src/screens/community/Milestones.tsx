import { useTickMilestone } from '~/data/communities';
import type { CommunityView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Day } from '~/parts/Time';
import { Checkbox } from '~/ui/Checkbox';

/** What a project has to reach, in order; its ring fills as they are ticked. */
export function Milestones({ community }: { community: CommunityView }) {
  const text = useText();
  const tick = useTickMilestone(community.id);
  const { milestones, mayManage } = community;
  if (milestones.length === 0) return null;
  const done = milestones.filter((one) => one.doneAt !== null).length;
  return (
    <section aria-labelledby="milestones">
      <h2 id="milestones" className="pb-1 font-semibold">
        <T id="milestones.title" />{' '}
        <span className="text-small font-normal text-quiet tabular-nums">
          <T id="milestones.done" done={done} all={milestones.length} />
        </span>
      </h2>
      <ul>
        {milestones.map(({ id, title, dueOn, doneAt }) => (
          <li key={id} className="flex items-start gap-2 py-1">
            <Checkbox
              isChecked={doneAt !== null}
              isDisabled={!mayManage}
              label={text('milestones.tick', { title })}
              onChange={(isDone) => tick.mutate({ id, done: isDone })}
            />
            <span className={doneAt ? 'min-w-0 flex-1 text-quiet line-through' : 'min-w-0 flex-1'}>
              {title}
            </span>
            {dueOn && (
              <span className="text-small text-quiet tabular-nums">
                <Day on={dueOn} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
