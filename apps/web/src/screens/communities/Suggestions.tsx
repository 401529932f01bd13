import { useState } from 'react';
import type { useSuggested } from '~/data/directory';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { CommunityRow } from './CommunityRow';

const FEW = 3;

type Suggested = NonNullable<ReturnType<typeof useSuggested>['data']>['items'];

/** Communities I am not in and may want to be in, each with why. */
export function Suggestions({ items }: { items: Suggested }) {
  const [isOpen, setOpen] = useState(false);
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="suggested" className="pt-6">
      <h2 id="suggested" className="font-semibold">
        <T id="communities.suggested" />
      </h2>
      <ul>
        {items.slice(0, isOpen ? undefined : FEW).map((community) => (
          <CommunityRow
            key={community.id}
            community={community}
            reason={
              community.reason === 'popular' || community.reason === 'new' ? (
                <T id={`community.reason-${community.reason}`} />
              ) : (
                <T id={`community.reason-${community.reason}`} n={community.count} />
              )
            }
          />
        ))}
      </ul>
      {!isOpen && items.length > FEW && (
        <Button look="quiet" className="mx-0 mt-2" onPress={() => setOpen(true)}>
          <T id="more" />
        </Button>
      )}
    </section>
  );
}
