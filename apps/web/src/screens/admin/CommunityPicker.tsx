import { useState } from 'react';
import { useDirectory } from '~/data/directory';
import type { CommunityView } from '~/data/types';
import { useSettled } from '~/data/use-settled';
import { T, useText } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { Checkbox } from '~/ui/Checkbox';
import { SearchBox } from '~/ui/SearchBox';

/** More than this is told apart by a word of the name. */
const SHOWN = 6;
/** As many as an invitation may hold. */
const MOST = 20;

/** Into what I may let somebody else: what everybody may join, and what I run. */
const mayOpen = ({ kind, visibility, mine }: CommunityView) =>
  (kind === 'project' || kind === 'group') &&
  (visibility === 'public' || mine?.role === 'owner' || mine?.role === 'moderator');

/** Where a newcomer is in from the start. Those chosen stay on top, whatever is looked for. */
export function CommunityPicker(props: { chosen: CommunityView[]; onChoose(chosen: CommunityView[]): void }) {
  const { chosen, onChoose } = props;
  const text = useText();
  const [q, setQ] = useState('');
  const { data } = useDirectory({ q: useSettled(q) });
  const ids = new Set(chosen.map(({ id }) => id));
  const found = data?.pages.flatMap((page) => page.items).filter((one) => mayOpen(one) && !ids.has(one.id));
  const shown = [...chosen, ...(found ?? []).slice(0, SHOWN)];
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 font-medium">
        <T id="invite.communities" />
      </legend>
      <SearchBox label={text('communities.search')} value={q} onChange={setQ} />
      <ul className="flex flex-col">
        {shown.map((community) => (
          <li key={community.id}>
            <Checkbox
              className="touchable w-full items-center py-1"
              isChecked={ids.has(community.id)}
              isDisabled={!ids.has(community.id) && chosen.length >= MOST}
              onChange={(isIn) =>
                onChoose(isIn ? [...chosen, community] : chosen.filter(({ id }) => id !== community.id))
              }
            >
              <span className="flex min-w-0 items-center gap-2">
                <CommunityRing community={community} size={22} />
                <span className="min-w-0 wrap-anywhere">{community.name}</span>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {found && shown.length === 0 && (
        <p className="text-small text-quiet">
          <T id="communities.none" />
        </p>
      )}
      {chosen.length === 0 && (
        <p className="text-small text-quiet">
          <T id="invite.communities-none" />
        </p>
      )}
    </fieldset>
  );
}
