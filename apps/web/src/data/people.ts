import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { del, post } from './http';
import { keys } from './keys';
import type { PeopleFilter } from './people-filter';
import { queryClient } from './query-client';
import { paged, reading, readingPages } from './reading';
import type { ChartPerson, CommunityView, Page, PeopleFilters, UserView } from './types';

export const usePeople = (filter: PeopleFilter, enabled = true) =>
  useInfiniteQuery({
    queryKey: keys.users({ ...filter }),
    queryFn: readingPages<Page<UserView>>('/users', { ...filter, limit: 50 }),
    placeholderData: (before) => before,
    enabled,
    ...paged,
  });

export const usePerson = (id: string) =>
  useQuery({ queryKey: keys.user(id), queryFn: reading<UserView>(`/users/${id}`) });

/** What the people I may see can be narrowed down to. */
export const usePeopleFilters = () =>
  useQuery({ queryKey: keys.peopleFilters, queryFn: reading<PeopleFilters>('/users/filters') });

/** One level of who leads whom: under somebody, or with null where the chart begins. */
export const useChartLevel = (under: string | null, enabled = true) =>
  useInfiniteQuery({
    queryKey: keys.chart(under),
    queryFn: readingPages<Page<ChartPerson>>(under ? `/users/${under}/reports` : '/users/chart', {
      limit: 50,
    }),
    enabled,
    ...paged,
  });

/** What somebody is in, as far as I may know. */
export const useCommunitiesOf = (userId: string) =>
  useInfiniteQuery({
    queryKey: keys.communitiesOf(userId),
    queryFn: readingPages<Page<CommunityView>>(`/users/${userId}/communities`, { limit: 50 }),
    ...paged,
  });

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
