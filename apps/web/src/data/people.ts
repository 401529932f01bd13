import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { del, post } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { paged, reading, readingPages } from './reading';
import type { Page, UserView } from './types';

export const usePeople = (filter: { q?: string; department?: string }, enabled = true) =>
  useInfiniteQuery({
    queryKey: keys.users({ ...filter }),
    queryFn: readingPages<Page<UserView>>('/users', { ...filter, limit: 50 }),
    placeholderData: (before) => before,
    enabled,
    ...paged,
  });

export const usePerson = (id: string) =>
  useQuery({ queryKey: keys.user(id), queryFn: reading<UserView>(`/users/${id}`) });

/** To follow somebody is to be in the community of that person. */
export const useFollowPerson = (userId: string, personCommunityId: string) =>
  useMutation({
    mutationFn: (on: boolean) => (on ? post : del)(`/users/${userId}/follow`),
    onSuccess: () =>
      Promise.all(
        [keys.community(personCommunityId), ['communities'], ['threads', { feed: 'home' }]].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
