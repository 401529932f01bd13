import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { del, post, put } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { paged, reading, readingPages } from './reading';
import type { MembershipRole, MemberView, Page, Waiting } from './types';

export const useMembers = (communityId: string, q: string) =>
  useInfiniteQuery({
    queryKey: keys.members(communityId, q ? { q } : {}),
    queryFn: readingPages<Page<MemberView>>(`/communities/${communityId}/members`, { q, limit: 50 }),
    placeholderData: (before) => before,
    ...paged,
  });

/** Who leads it: a few at most, so the first page is all. */
export const useOwners = (communityId: string) =>
  useInfiniteQuery({
    queryKey: keys.members(communityId, { role: 'owner' }),
    queryFn: readingPages<Page<MemberView>>(`/communities/${communityId}/members`, {
      role: 'owner',
      limit: 10,
    }),
    select: ({ pages }) => pages.flatMap(({ items }) => items).filter(({ role }) => role === 'owner'),
    ...paged,
  });

type WaitingFor = 'requests' | 'invitations';

const waitingKey = (communityId: string, what: WaitingFor) => [...keys.requests(communityId), what];

/** Who asked to come in, or was asked in; only owners and moderators are told. */
export const useWaiting = (communityId: string, what: WaitingFor, enabled: boolean) =>
  useQuery({
    queryKey: waitingKey(communityId, what),
    queryFn: reading<{ items: Waiting[] }>(`/communities/${communityId}/${what}`),
    enabled,
  });

const membersChanged = (communityId: string) =>
  Promise.all(
    [['members', communityId], keys.requests(communityId), keys.community(communityId)].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );

/** Lets somebody in, approves their request, or gives a member another role. */
export const useAdmit = (communityId: string) =>
  useMutation({
    mutationFn: ({ userId, role = 'member' }: { userId: string; role?: MembershipRole }) =>
      put<MemberView>(`/communities/${communityId}/members/${userId}`, { body: { role } }),
    onSuccess: () => membersChanged(communityId),
  });

export const useRemoveMember = (communityId: string) =>
  useMutation({
    mutationFn: (userId: string) => del(`/communities/${communityId}/members/${userId}`),
    onSuccess: () => membersChanged(communityId),
  });

export const useInvite = (communityId: string) =>
  useMutation({
    mutationFn: (userId: string) =>
      post(`/communities/${communityId}/invitations`, { body: { userIds: [userId] } }),
    onSuccess: () => membersChanged(communityId),
  });

/** Refuses a request, or takes an invitation back. */
export const useTurnAway = (communityId: string, what: WaitingFor) =>
  useMutation({
    mutationFn: (userId: string) => del(`/communities/${communityId}/${what}/${userId}`),
    onSuccess: () => membersChanged(communityId),
  });
