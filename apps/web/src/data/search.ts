import { useInfiniteQuery } from '@tanstack/react-query';
import { keys } from './keys';
import { paged, readingPages } from './reading';
import type { CommunityRef, Page, PersonChip } from './types';

export const searched = ['posts', 'people', 'communities', 'files'] as const;
export type Searched = (typeof searched)[number];

/** A piece of what was found; `hit` says that it is what was looked for. */
export interface TextPiece {
  text: string;
  hit: boolean;
}

export interface SearchHit {
  in: Searched;
  id: string;
  person?: PersonChip;
  department?: string | null;
  community?: CommunityRef;
  purpose?: string | null;
  memberCount?: number;
  threadId?: string;
  postId?: string;
  title?: string | null;
  excerpt?: TextPiece[];
  name?: string;
  mediaType?: string;
  size?: number;
  url?: string;
  createdAt?: string;
}

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
