import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTitle } from '~/app/use-title';
import { useDirectory, useSuggested } from '~/data/directory';
import type { Which } from '~/data/directory-filter';
import { useSession } from '~/data/session';
import type { CommunityKind } from '~/data/types';
import { useSettled } from '~/data/use-settled';
import { T, useText } from '~/i18n/text';
import { ButtonLink } from '~/parts/ButtonLink';
import { LoadingRows } from '~/parts/Loading';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { ReadProblem } from '~/parts/ReadProblem';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { EmptyState } from '~/ui/EmptyState';
import { SearchBox } from '~/ui/SearchBox';
import { Select } from '~/ui/Select';
import { CommunityRow } from './CommunityRow';
import { Mine } from './Mine';
import { Suggestions } from './Suggestions';

const kinds = ['project', 'group', 'company'] as const;
const whiches: Which[] = ['all', 'mine', 'others', 'archived'];

/** Every community one may know of; what is looked for stands in the address, so that back leads back. */
export function CommunitiesScreen() {
  const text = useText();
  const navigate = useNavigate();
  const { user } = useSession();
  const filter = useSearch({ from: '/inside/communities' });
  const { q = '', kind, which = 'all' } = filter;
  const [typed, setTyped] = useState(q);
  const settled = useSettled(typed.trim());
  useTitle(text('nav.communities'));
  // Without a wish: mine, what may suit me, then the others; nothing stands there twice.
  const isWhole = !q && !kind && which === 'all';
  const query = useDirectory(isWhole ? { which: 'others' } : filter);
  // Both come at once, so that the suggestions do not push the list down.
  const suggested = useSuggested();
  const isWaiting = query.isPending || (isWhole && suggested.isPending);
  const isAbove = new Set(isWhole ? suggested.data?.items.map(({ id }) => id) : []);
  const communities = (query.data?.pages.flatMap((page) => page.items) ?? []).filter(
    ({ id }) => !isAbove.has(id),
  );

  const change = (part: typeof filter) =>
    void navigate({ to: '/communities', search: { ...filter, ...part }, replace: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed moves the address.
  useEffect(() => {
    if (settled !== q) change({ q: settled || undefined });
  }, [settled]);

  return (
    <div className="max-w-[42rem]">
      <ScreenHeader title={text('nav.communities')}>
        <span className="ml-auto md:hidden">
          <ButtonLink to="/people" icon="people">
            <T id="nav.people" />
          </ButtonLink>
        </span>
        {user.role !== 'guest' && (
          <ButtonLink to="/communities/new" icon="plus">
            <T id="communities.create" />
          </ButtonLink>
        )}
      </ScreenHeader>
      <search className="flex flex-col gap-1 pt-4">
        <SearchBox label={text('communities.search')} value={typed} onChange={setTyped} />
        <p className="flex flex-wrap gap-x-1.5 text-quiet">
          <T
            id="communities.sentence"
            kind={
              <Select<CommunityKind | 'any'>
                inline
                label={text('communities.kind')}
                value={kind ?? 'any'}
                onChange={(chosen) => change({ kind: chosen === 'any' ? undefined : chosen })}
                options={[
                  { id: 'any', label: text('community.filter-kind-any') },
                  ...kinds.map((id) => ({ id, label: text(`community.filter-kind-${id}`) })),
                ]}
              />
            }
            which={
              <Select<Which>
                inline
                label={text('communities.which')}
                value={which}
                onChange={(chosen) => change({ which: chosen === 'all' ? undefined : chosen })}
                options={whiches.map((id) => ({ id, label: text(`community.filter-${id}`) }))}
              />
            }
          />
        </p>
      </search>
      {isWaiting && <LoadingRows />}
      {isWhole && !isWaiting && (
        <>
          <Mine />
          {/* Were they asked for in there, a server that refuses would be asked again each time they appear. */}
          <Suggestions items={suggested.data?.items ?? []} />
          {communities.length > 0 && (
            <h2 className="pt-8 font-semibold">
              <T id="communities.others" />
            </h2>
          )}
        </>
      )}
      <section aria-label={text('nav.communities')} className="pt-2" hidden={isWaiting}>
        <ReadProblem query={query} />
        <ul>
          {communities.map((community) => (
            <CommunityRow key={community.id} community={community} />
          ))}
        </ul>
        {query.isSuccess && communities.length === 0 && !isWhole && (
          <EmptyState title={<T id="communities.none" />}>
            <T id="communities.none-text" />
          </EmptyState>
        )}
        <MoreOnScroll query={query} />
      </section>
    </div>
  );
}
