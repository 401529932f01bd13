import { type Searched, useSearchHits } from '~/data/search';
import { T, useText } from '~/i18n/text';
import { SearchArt } from '~/parts/art/Art';
import { LoadingRows } from '~/parts/Loading';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { ReadProblem } from '~/parts/ReadProblem';
import { EmptyState } from '~/ui/EmptyState';
import { Hit } from './Hit';

export function SearchResults({ q, where }: { q: string; where: Searched }) {
  const text = useText();
  const query = useSearchHits(q, where);
  if (q === '') {
    return (
      <EmptyState art={<SearchArt />} title={<T id="search.start" />}>
        <T id="search.hint" />
      </EmptyState>
    );
  }
  if (query.error) return <ReadProblem query={query} />;
  if (!query.data) {
    return <LoadingRows />;
  }
  const hits = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      <p role="status" className="sr-only">
        {query.isFetching
          ? null
          : text(query.hasNextPage ? 'search.many' : 'search.count', { n: hits.length })}
      </p>
      {hits.length === 0 && (
        <EmptyState art={<SearchArt />} title={<T id="search.nothing" q={q} />}>
          <T id="search.nothing-text" />
        </EmptyState>
      )}
      <ul className="-mt-4">
        {hits.map((hit) => (
          <li key={`${hit.in}-${hit.id}`} className="relative border-b border-line py-4 hover:bg-wash">
            <Hit hit={hit} />
          </li>
        ))}
      </ul>
      <MoreOnScroll query={query} />
    </>
  );
}
