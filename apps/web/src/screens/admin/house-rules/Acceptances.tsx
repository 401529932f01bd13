import { useState } from 'react';
import { useAcceptances } from '~/data/house-rules';
import type { HouseRulesState } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { PersonChip } from '~/parts/PersonChip';
import { Time } from '~/parts/Time';
import { Choice } from '~/ui/Choice';

type Which = 'missing' | 'accepted';

/** Who has accepted the version that holds, and who has not. */
export function Acceptances({ state }: { state: HouseRulesState }) {
  const text = useText();
  const [which, show] = useState<Which>('missing');
  const query = useAcceptances(which);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="flex flex-col gap-3">
      <Choice<Which>
        label={text('rules-admin.people')}
        options={[
          { id: 'missing', label: text('rules-admin.missing', { n: state.missing }) },
          { id: 'accepted', label: text('rules-admin.done', { n: state.accepted }) },
        ]}
        value={which}
        onChange={show}
      />
      <ul className="flex flex-col">
        {items.map(({ person, acceptedAt }) => (
          <li key={person.id} className="border-t border-line py-2.5">
            <PersonChip person={person}>
              {acceptedAt && (
                <span className="shrink-0 text-small text-quiet">
                  <Time at={acceptedAt} />
                </span>
              )}
            </PersonChip>
          </li>
        ))}
      </ul>
      {query.data && items.length === 0 && (
        <p className="text-quiet">
          <T id={which === 'missing' ? 'rules-admin.all' : 'rules-admin.nobody'} />
        </p>
      )}
      <MoreOnScroll query={query} />
    </section>
  );
}
