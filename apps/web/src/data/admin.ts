import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { del, patch, post } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { paged, readingPages } from './reading';
import type { GivenRole, InviteRequest, NewInvitation, OpenInvitation, Page, UserView } from './types';

/** The roles an administrator may give; bots are made otherwise. */
export const givenRoles = ['member', 'guest', 'admin'] as const satisfies GivenRole[];

export const useAccounts = (q: string, deactivated: boolean) =>
  useInfiniteQuery({
    queryKey: keys.users({ q, deactivated }),
    queryFn: readingPages<Page<UserView>>('/users', { q, deactivated: deactivated ? true : null }),
    ...paged,
    placeholderData: (before, query) => {
      const filter = query?.queryKey[1] as { deactivated?: boolean } | undefined;
      return filter?.deactivated === deactivated ? before : undefined;
    },
  });

async function accountChanged(user: UserView): Promise<void> {
  queryClient.setQueryData(keys.user(user.id), user);
  await queryClient.invalidateQueries({ queryKey: ['users'] });
}

export const useSetRole = (userId: string) =>
  useMutation({
    mutationFn: (role: GivenRole) => patch<UserView>(`/users/${userId}`, { body: { role } }),
    onSuccess: accountChanged,
  });

export const useSetActive = (userId: string) =>
  useMutation({
    mutationFn: (active: boolean) =>
      post<UserView>(`/users/${userId}/${active ? 'reactivate' : 'deactivate'}`),
    onSuccess: accountChanged,
  });

export const useInvitations = () =>
  useInfiniteQuery({
    queryKey: keys.invitations,
    queryFn: readingPages<Page<OpenInvitation>>('/invitations', { limit: 100 }),
    ...paged,
    staleTime: 0,
  });

const invitationsChanged = () => queryClient.invalidateQueries({ queryKey: keys.invitations });

/** The answer holds the link; it is told this once. */
export const useInvite = () =>
  useMutation({
    mutationFn: (body: InviteRequest) => post<NewInvitation>('/invitations', { body }),
    onSuccess: invitationsChanged,
  });

export const useRevoke = () =>
  useMutation({
    mutationFn: (id: string) => del(`/invitations/${id}`),
    onSettled: invitationsChanged,
  });
