import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { DirectoryFilter } from './directory-filter';
import { keys } from './keys';
import { paged, reading, readingPages } from './reading';
import type { CommunityView, Page, Suggested, SuggestedPerson } from './types';

const asQuery = ({ q, kind, which }: DirectoryFilter) => ({
  ...(q ? { q } : {}),
  ...(kind ? { kind } : {}),
  ...(which === 'mine' || which === 'others' ? { mine: which === 'mine' } : {}),
  ...(which === 'archived' ? { archived: true } : {}),
});

/** The directory: every community that I may know of, by name. */
export function useDirectory(filter: DirectoryFilter) {
  const query = asQuery(filter);
  return useInfiniteQuery({
    queryKey: keys.communities(query),
    queryFn: readingPages<Page<CommunityView>>('/communities', { ...query, limit: 50 }),
    placeholderData: (before) => before,
    ...paged,
  });
}

/** Whom I may want to follow, each with the reason. */
export const usePeopleToFollow = () =>
  useQuery({
    queryKey: keys.peopleToFollow,
    queryFn: reading<{ items: SuggestedPerson[] }>('/users/suggestions'),
  });

export const useSuggested = () =>
  useQuery({
    // Under the directory's word, so that joining one asks for the others again.
    queryKey: ['communities', 'suggestions'],
    queryFn: reading<{ items: Suggested[] }>('/communities/suggestions'),
  });
