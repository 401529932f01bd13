import { useOwnerless } from '~/data/ownerless';
import { T } from '~/i18n/text';
import { OwnerlessRow } from './OwnerlessRow';

/** Communities that nobody runs any more; takes no room as long as there are none. */
export function OwnerlessCommunities() {
  const items = useOwnerless().data?.items ?? [];
  return (
    <section aria-labelledby="ownerless" aria-live="polite" className="empty:hidden">
      {items.length > 0 && (
        <div className="mb-6 rounded-md border border-line bg-wash p-4">
          <h2 id="ownerless" className="font-semibold">
            <T id="ownerless.title" n={items.length} />
          </h2>
          <p className="pb-2 text-quiet">
            <T id="ownerless.text" />
          </p>
          <ul>
            {items.map((community) => (
              <OwnerlessRow key={community.id} community={community} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
