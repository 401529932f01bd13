import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { paged, reading, readingPages } from './reading';
import type { CommunityCounts, CommunityOverview, Page } from './types';

export interface OverviewFilter {
  q: string;
  kind: 'all' | 'project' | 'group';
  state: 'open' | 'public' | 'private' | 'archived';
  sort: 'name' | 'activity' | 'members';
}

/** Every community that an administrator may know of. Under the directory's word, so that one change renews both. */
export function useOverview({ q, kind, state, sort }: OverviewFilter) {
  const query = {
    sort,
    ...(q ? { q } : {}),
    ...(kind === 'all' ? {} : { kind }),
    ...(state === 'archived' ? { archived: true } : state === 'open' ? {} : { visibility: state }),
  };
  return useInfiniteQuery({
    queryKey: ['communities', 'overview', query],
    queryFn: readingPages<Page<CommunityOverview>>('/communities/overview', { ...query, limit: 30 }),
    placeholderData: (before) => before,
    ...paged,
    staleTime: 0,
  });
}

export const useCommunityCounts = () =>
  useQuery({
    queryKey: ['communities', 'counts'],
    queryFn: reading<CommunityCounts>('/communities/counts'),
    staleTime: 0,
  });
