import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMyCommunities } from '~/data/communities';
import { useSetLevels } from '~/data/notification-settings';
import { asProblem } from '~/data/problem';
import type { CommunityView, Level } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { FormProblem } from '~/parts/FormProblem';
import { Checkbox } from '~/ui/Checkbox';
import { Select } from '~/ui/Select';

const LEVELS: Level[] = ['all', 'threads', 'mentions', 'none'];

/** All my communities and how much I want to hear of each; several at once by ticking them. */
export function CommunityLevels() {
  const text = useText();
  const { data: communities = [] } = useMyCommunities();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const set = useSetLevels();
  const options = LEVELS.map((id) => ({ id, label: text(`notify.level-${id}`) }));
  const chosen = communities.filter(({ id }) => ticked.has(id));
  const isAll = chosen.length === communities.length && communities.length > 0;
  const tick = (id: string, on: boolean) =>
    setTicked((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  const levelOf = ({ id, mine }: CommunityView): Level =>
    set.isPending && set.variables.communityIds.includes(id)
      ? set.variables.level
      : (mine?.level ?? 'threads');

  return (
    <>
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-3">
        <Checkbox
          isChecked={isAll}
          onChange={(on) => setTicked(new Set(on ? communities.map(({ id }) => id) : []))}
        >
          <T id="notify.select-all" />
        </Checkbox>
        {chosen.length > 0 && (
          <Select<Level | 'choose'>
            inline
            label={text('notify.level-of-chosen', { n: chosen.length })}
            options={[
              { id: 'choose', label: text('notify.level-of-chosen', { n: chosen.length }) },
              ...options,
            ]}
            value="choose"
            onChange={(level) => {
              if (level !== 'choose') set.mutate({ communityIds: chosen.map(({ id }) => id), level });
            }}
          />
        )}
      </div>
      <ul>
        {communities.map((community) => (
          <li
            key={community.id}
            className="flex items-center gap-3 border-t border-line py-2 coarse:min-h-12"
          >
            <Checkbox
              isChecked={ticked.has(community.id)}
              onChange={(on) => tick(community.id, on)}
              label={text('notify.select', { name: community.name })}
            />
            <CommunityRing community={community} size={22} />
            <div className="flex min-w-0 flex-1 flex-col items-start gap-x-3 sm:flex-row sm:items-center">
              <Link
                to="/communities/$communityId"
                params={{ communityId: community.id }}
                className="max-w-full min-w-0 truncate sm:flex-1 hover:underline hover:underline-offset-4"
              >
                {community.name}
              </Link>
              <Select<Level>
                inline
                label={text('notify.level-of', { name: community.name })}
                options={options}
                value={levelOf(community)}
                onChange={(level) => set.mutate({ communityIds: [community.id], level })}
              />
            </div>
          </li>
        ))}
      </ul>
      <FormProblem problem={set.error ? asProblem(set.error) : null} />
    </>
  );
}
