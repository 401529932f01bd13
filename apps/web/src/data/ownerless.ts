import { useMutation, useQuery } from '@tanstack/react-query';
import { put } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { reading } from './reading';
import type { OwnerlessCommunity, Page } from './types';

/** Communities that nobody runs any more; the first hundred, since each one settled makes room. */
export const useOwnerless = () =>
  useQuery({
    queryKey: keys.ownerless,
    queryFn: reading<Page<OwnerlessCommunity>>('/communities/without-owner', { limit: 100 }),
    staleTime: 0,
  });

export const useAppointOwner = (communityId: string) =>
  useMutation({
    mutationFn: (userId: string) => put(`/communities/${communityId}/owner`, { body: { userId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.ownerless }),
  });
