import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { del, patch, post } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { paged, reading, readingPages } from './reading';
import type {
  GivenRole,
  InvitedList,
  InviteRequest,
  NewInvitation,
  OpenInvitation,
  OpenSession,
  Page,
  ResetLink,
  SystemState,
  UserView,
} from './types';

/** The roles an administrator may give; bots are made otherwise. */
export const givenRoles = ['member', 'guest', 'admin'] as const satisfies GivenRole[];

/** Which accounts a list shows: those in use, of one role, or those that are not in use any more. */
export type AccountsShown = 'active' | GivenRole | 'deactivated';

export const useAccounts = (q: string, shown: AccountsShown) => {
  const isRole = shown !== 'active' && shown !== 'deactivated';
  const filter = { q, role: isRole ? shown : null, deactivated: shown === 'deactivated' ? true : null };
  return useInfiniteQuery({
    queryKey: keys.users({ q, shown }),
    queryFn: readingPages<Page<UserView>>('/users', { ...filter, limit: 50 }),
    ...paged,
    placeholderData: (before, query) => {
      const former = query?.queryKey[1] as { shown?: AccountsShown } | undefined;
      return former?.shown === shown ? before : undefined;
    },
  });
};

/** The answer holds the link; it is told this once. */
export const useMakeResetLink = (userId: string) =>
  useMutation({ mutationFn: () => post<ResetLink>(`/users/${userId}/reset-link`) });

export const useSessionsOf = (userId: string) =>
  useQuery({
    queryKey: keys.sessionsOf(userId),
    queryFn: reading<Page<OpenSession>>(`/users/${userId}/sessions`),
    staleTime: 0,
  });

/** Logs a person out on one device, or with null everywhere. */
export const useEndSessionOf = (userId: string) =>
  useMutation({
    mutationFn: (id: string | null) => del(`/users/${userId}/sessions${id === null ? '' : `/${id}`}`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.sessionsOf(userId) }),
  });

async function accountChanged(user: UserView): Promise<void> {
  queryClient.setQueryData(keys.user(user.id), user);
  void queryClient.invalidateQueries({ queryKey: keys.ownerless });
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

/** How the installation is; asked anew while somebody looks. */
export const useSystem = () =>
  useQuery({
    queryKey: keys.system,
    queryFn: reading<SystemState>('/system'),
    staleTime: 0,
    refetchInterval: 10_000,
  });

const invitationsChanged = () => queryClient.invalidateQueries({ queryKey: keys.invitations });

/** The answer holds the link; it is told this once. */
export const useInvite = () =>
  useMutation({
    mutationFn: (body: InviteRequest) => post<NewInvitation>('/invitations', { body }),
    onSuccess: invitationsChanged,
  });

/** As many as one request may hold. */
const AT_ONCE = 500;

/** A list of any length, some at a time; `onProgress` hears how many are done. Stops where a request fails. */
export const useInviteMany = () =>
  useMutation({
    mutationFn: async ({ people, role, communityIds, onProgress }: ManyInvited) => {
      const results: InvitedList['items'] = [];
      for (let from = 0; from < people.length; from += AT_ONCE) {
        const some = people.slice(from, from + AT_ONCE);
        const body = { role, communityIds, people: some };
        const { items } = await post<InvitedList>('/invitations/many', { body, timeoutMs: 120_000 });
        results.push(...items);
        onProgress(results);
      }
      return results;
    },
    onSettled: invitationsChanged,
  });

interface ManyInvited {
  people: { email: string; name: string | null; department: string | null; role: GivenRole | null }[];
  role: GivenRole;
  communityIds: string[];
  /** With all answers so far. */
  onProgress(results: InvitedList['items']): void;
}

export const useRevoke = () =>
  useMutation({
    mutationFn: (id: string) => del(`/invitations/${id}`),
    onSettled: invitationsChanged,
  });
