import { QueryClient } from '@tanstack/react-query';
import { whenRefused } from './http';
import { keys } from './keys';
import { Problem } from './problem';
import type { SessionView } from './types';
import { type WhyLoggedOut, whyLoggedOut } from './why-logged-out';

/** Called when any request says that nobody is logged in any more; the app's entry decides where to go. */
let onLoggedOut: (why: WhyLoggedOut | null) => void = () => {};
export const whenLoggedOut = (callback: typeof onLoggedOut) => {
  onLoggedOut = callback;
};

whenRefused((problem, path) => {
  if (problem.code === 'unauthenticated' && path !== '/session') onLoggedOut(whyLoggedOut(problem));
  // Published while nobody told this client, such as a guest's.
  if (problem.code === 'rules-not-accepted')
    queryClient.setQueryData<SessionView>(
      keys.session,
      (session) => session && { ...session, rulesToAccept: Number(problem.more.version) },
    );
});

/** The one cache. The socket keeps it fresh, so nothing is fetched again merely because a window got focus. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * 60_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      // A browser that believes to be offline is asked all the same: what it cannot get is said, not waited for.
      networkMode: 'always',
      retry: (failures, error) => error instanceof Problem && error.mayPass && failures < 3,
      retryDelay: (failures, error) =>
        (error instanceof Problem && error.retryAfterMs) || Math.random() * 1000 * 2 ** failures,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
