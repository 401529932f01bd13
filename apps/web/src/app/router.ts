import { createRouter } from '@tanstack/react-router';
import { keys } from '~/data/keys';
import { forgetOffline, stopKeeping } from '~/data/offline/keep';
import { whenSessionChangesElsewhere } from '~/data/other-tabs';
import { queryClient, whenLoggedOut } from '~/data/query-client';
import { noteSessionOver } from '~/data/session-over';
import { ErrorScreen } from '~/screens/error/ErrorScreen';
import { NotFoundScreen } from '~/screens/error/NotFoundScreen';
import { routeTree } from './routes';
import { Waiting } from './Waiting';

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  // The query cache knows what is fresh; the router must not keep a second opinion.
  defaultPreloadStaleTime: 0,
  // Nor what was on the screens before: it held on to each thread that was opened for five minutes.
  defaultGcTime: 0,
  scrollRestoration: true,
  defaultPendingMs: 400,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ErrorScreen,
  defaultNotFoundComponent: NotFoundScreen,
});

whenLoggedOut((why) => {
  void forgetOffline();
  if (router.state.location.pathname === '/login') return;
  // Somebody is at work here: they log in again in place, and nothing that they wrote goes away.
  if (queryClient.getQueryData(keys.session)) return noteSessionOver(why);
  const next = router.state.location.href;
  void router.navigate({ to: '/login', search: { next, ...(why && { why }) }, replace: true });
});

whenSessionChangesElsewhere(() => void stopKeeping().then(() => location.reload()));

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
