import { useState } from 'react';
import type { Settled } from '~/data/catch-up';
import type { CatchUpSection } from '~/data/types';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { CatchUpRow } from './CatchUpRow';
import { SectionHeading } from './SectionHeading';

const FEW = 5;
const titles = {
  questions: 'catch-up.section-questions',
  mentions: 'catch-up.section-mentions',
  announcements: 'catch-up.section-announcements',
  followed: 'catch-up.section-followed',
  decided: 'catch-up.section-decided',
} as const;

/** One reason why something concerns me, with what that is: the first few, the rest a press away. */
export function CatchUpSectionList(props: { section: CatchUpSection; onSettle(what: Settled): void }) {
  const { section, onSettle } = props;
  const { items, count } = section;
  const [isWhole, showWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, FEW);
  const more = items.length - shown.length;
  const later = count - items.length;
  const id = `catch-up-${section.section}`;
  return (
    <section aria-labelledby={id} className="pb-6">
      <SectionHeading
        id={id}
        title={<T id={titles[section.section]} />}
        count={count}
        done={items.length}
        onDone={() => onSettle({ items })}
      />
      <ul>
        {shown.map((item) => (
          <CatchUpRow
            key={item.threadId}
            item={item}
            section={section.section}
            onDone={() => onSettle({ items: [item] })}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button look="quiet" icon="down" className="mt-1" onPress={() => showWhole(true)}>
          <T id="catch-up.more" n={more + later} />
        </Button>
      )}
      {more === 0 && later > 0 && (
        <p className="pt-2 text-small text-quiet">
          <T id="catch-up.later" n={later} />
        </p>
      )}
    </section>
  );
}
