import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useChartLevel, useCommunitiesOf } from '~/data/people';
import type { UserView } from '~/data/types';
import { T } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { ContextSection } from '~/parts/context/ContextSection';
import { PeopleList } from '~/parts/context/PeopleList';
import { Button } from '~/ui/Button';

const FEW = 5;

/** Whom they lead, and what they are in: as far as the reader may know. */
export function PersonPlaces({ person }: { person: UserView }) {
  const reports = useChartLevel(person.id);
  const places = useCommunitiesOf(person.id);
  return (
    <>
      <Few query={reports} title="person.reports">
        {(people) => <PeopleList people={people} />}
      </Few>
      <Few query={places} title="person.communities">
        {(communities) => (
          <ul className="flex flex-col">
            {communities.map((community) => (
              <li key={community.id}>
                <Link
                  to="/communities/$communityId"
                  params={{ communityId: community.id }}
                  className="touchable -mx-2 flex items-center gap-2.5 rounded-md px-2 py-1 hover:bg-wash"
                >
                  <CommunityRing community={community} size={24} />
                  <span className="min-w-0 flex-1 truncate">{community.name}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Few>
    </>
  );
}

interface Paged<Item> {
  data: { pages: { items: Item[] }[] } | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
}

/** The first few; all of them at a press, page by page. Nothing when there are none. */
function Few<Item>(props: {
  query: Paged<Item>;
  title: 'person.reports' | 'person.communities';
  children(items: Item[]): ReactNode;
}) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = props.query;
  const [isOpen, setOpen] = useState(false);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  const isMore = isOpen ? hasNextPage : items.length > FEW;
  return (
    <ContextSection title={<T id={props.title} />} aside={hasNextPage ? undefined : items.length}>
      {props.children(isOpen ? items : items.slice(0, FEW))}
      {isMore && (
        <Button
          look="quiet"
          className="mx-0 self-start"
          isPending={isFetchingNextPage}
          onPress={() => (isOpen ? void fetchNextPage() : setOpen(true))}
        >
          <T id="more" />
        </Button>
      )}
    </ContextSection>
  );
}
