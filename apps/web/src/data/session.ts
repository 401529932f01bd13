import { queryOptions, useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { del, get, post } from './http';
import { keys } from './keys';
import { forgetOffline } from './offline/keep';
import { beginAnew, openSession } from './offline/open-session';
import { tellOtherTabs } from './other-tabs';
import { leaveDevice } from './push/device';
import { queryClient } from './query-client';
import { noteSessionBack } from './session-over';
import type {
  InvitationCard,
  LogInRequest,
  NewAccount,
  ResetCard,
  SessionView,
  SetUpRequest,
  SetUpState,
} from './types';
import { resumeRefused } from './uploads/uploads';

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: openSession,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

/** Told by the shell to all that is in it: every post asks who reads it, and a query's watcher each would be many. */
export const SessionContext = createContext<SessionView | null>(null);

/** For the shell, whose route made sure that somebody is logged in. */
export const useCurrentSession = (): SessionView => useSuspenseQuery(sessionQuery).data;

/** Who is logged in. Only inside the shell. */
export function useSession(): SessionView {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside of the shell');
  return session;
}

export const useMyId = (): string => useSession().user.id;

/** What the page on which one logs in shows itself; it is nobody's. */
const outside = new Set(['session', 'setup', 'invitation', 'reset']);

/** A new session starts with an empty cache: the one before may have been somebody else's. */
async function begin(session: SessionView): Promise<void> {
  await beginAnew();
  tellOtherTabs();
  // Not `clear`: who watches the session, for its language and time zone, would go on watching the one removed.
  queryClient.removeQueries({ predicate: ({ queryKey }) => !outside.has(String(queryKey[0])) });
  queryClient.setQueryData(keys.session, session);
}

export const useLogIn = () =>
  useMutation({
    mutationFn: (body: LogInRequest) => post<SessionView>('/session', { body }),
    onSuccess: begin,
  });

/** The same person again, on the page as it is. */
export const useLogInAgain = () =>
  useMutation({
    mutationFn: (body: LogInRequest) => post<SessionView>('/session', { body }),
    onSuccess(session) {
      queryClient.setQueryData(keys.session, session);
      noteSessionBack();
      resumeRefused();
      void queryClient.invalidateQueries();
    },
  });

/** Whoever leaves takes along what they read, and what this device was to tell them. */
export async function logOut(): Promise<void> {
  await del('/session');
  await Promise.all([forgetOffline(), leaveDevice()]);
  tellOtherTabs();
}

export const setupQuery = queryOptions({
  queryKey: keys.setup,
  queryFn: () => get<SetUpState>('/setup'),
});

export const useSetUp = () =>
  useMutation({
    mutationFn: (body: SetUpRequest) => post<SessionView>('/setup', { body }),
    onSuccess: begin,
  });

export const useResetCard = (token: string) =>
  useQuery({
    queryKey: keys.reset(token),
    queryFn: () => get<ResetCard>(`/resets/${encodeURIComponent(token)}`),
  });

export const useResetPassword = (token: string) =>
  useMutation({
    mutationFn: (password: string) =>
      post<SessionView>(`/resets/${encodeURIComponent(token)}`, { body: { password } }),
    onSuccess: begin,
  });

export const useInvitation = (token: string) =>
  useQuery({
    queryKey: keys.invitation(token),
    queryFn: () => get<InvitationCard>(`/invitations/${encodeURIComponent(token)}`),
  });

export const useAcceptInvitation = (token: string) =>
  useMutation({
    mutationFn: (body: NewAccount) =>
      post<SessionView>(`/invitations/${encodeURIComponent(token)}/accept`, { body }),
    onSuccess: begin,
  });
