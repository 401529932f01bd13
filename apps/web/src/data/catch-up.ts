import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { post } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { reading } from './reading';
import type { CatchUp, CatchUpCount, CatchUpItem } from './types';

/**
 * What waits, as it was when I looked: it does not change while I go through it. What comes meanwhile is in the
 * count, which events keep fresh.
 */
export const useCatchUp = () =>
  useQuery({
    queryKey: keys.catchUp,
    queryFn: reading<CatchUp>('/catch-up'),
    staleTime: 0,
    refetchOnMount: 'always',
  });

const countQuery = queryOptions({
  queryKey: keys.catchUpCount,
  queryFn: reading<CatchUpCount>('/catch-up/count'),
});

export const useCatchUpCount = () => useQuery(countQuery);

/** What one press puts aside. */
export type Settled = { items: CatchUpItem[] } | { communityIds: string[] } | 'everything';

/** Shows at once that it is done; the answer is the id by which it can be undone. */
export const useSettle = () =>
  useMutation({
    mutationFn: ({ what, before }: { what: Settled; before: CatchUp }) =>
      post<{ id: string }>('/catch-up/done', { body: { until: before.until, ...asked(what, before) } }),
    onMutate: ({ what, before }) => queryClient.setQueryData(keys.catchUp, without(before, what)),
    onError: (_error, { before }) => queryClient.setQueryData(keys.catchUp, before),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.catchUpCount }),
  });

export const useUndoSettling = () =>
  useMutation({
    mutationFn: ({ id }: { id: string; before: CatchUp }) => post('/catch-up/undo', { body: { id } }),
    onSuccess: (_done, { before }) => queryClient.setQueryData(keys.catchUp, before),
    onError: () => queryClient.invalidateQueries({ queryKey: keys.catchUp }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.catchUpCount }),
  });

const listed = (items: CatchUpItem[]) => items.map(({ threadId, position }) => ({ id: threadId, position }));

function asked(what: Settled, before: CatchUp): object {
  if (what === 'everything')
    return { everything: true, threads: listed(before.sections.flatMap(({ items }) => items)) };
  return 'items' in what ? { threads: listed(what.items) } : { communityIds: what.communityIds };
}

/** What is left once something is put aside; the counts go down by as much. */
export function without(view: CatchUp, what: Settled): CatchUp {
  if (what === 'everything')
    return { ...view, sections: [], topics: [], communities: [], forMe: 0, total: 0, since: view.until };
  if ('communityIds' in what) {
    const communities = view.communities.filter(({ community }) => !what.communityIds.includes(community.id));
    const gone = sum(view.communities) - sum(communities);
    return { ...view, communities, total: view.total - gone };
  }
  const ids = new Set(what.items.map(({ threadId }) => threadId));
  const sections = view.sections
    .map((section) => {
      const items = section.items.filter(({ threadId }) => !ids.has(threadId));
      return { ...section, items, count: section.count - (section.items.length - items.length) };
    })
    .filter(({ count }) => count > 0);
  return { ...view, sections, forMe: view.forMe - ids.size, total: view.total - ids.size };
}

const sum = (communities: CatchUp['communities']) =>
  communities.reduce((threads, one) => threads + one.threads, 0);
