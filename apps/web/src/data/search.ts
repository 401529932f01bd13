import { useInfiniteQuery } from '@tanstack/react-query';
import { keys } from './keys';
import { paged, readingPages } from './reading';
import type { Page, SearchHit } from './types';

export type Searched = SearchHit['in'];
export const searched = ['posts', 'people', 'communities', 'files'] as const satisfies Searched[];

/** Finds while one types: what was found before stays until the new answer is there. */
export const useSearchHits = (q: string, where: Searched) =>
  useInfiniteQuery({
    queryKey: keys.search(q, where),
    queryFn: readingPages<Page<SearchHit>>('/search', { q, in: where }),
    ...paged,
    enabled: q !== '',
    staleTime: 30_000,
    placeholderData: (before, query) => (query?.queryKey[1] === where ? before : undefined),
  });
