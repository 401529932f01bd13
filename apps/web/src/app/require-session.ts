import { redirect } from '@tanstack/react-router';
import { Problem } from '~/data/problem';
import { queryClient } from '~/data/query-client';
import { sessionQuery, setupQuery } from '~/data/session';
import { whyLoggedOut } from '~/data/why-logged-out';

/** Nobody logged in: to the log-in, or, on an installation's first day, to its set-up. */
export async function requireSession(href: string): Promise<void> {
  try {
    await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'unauthenticated') throw error;
    const setup = await queryClient.fetchQuery(setupQuery).catch(() => null);
    if (setup?.needed) throw redirect({ to: '/setup' });
    const why = whyLoggedOut(error);
    throw redirect({ to: '/login', search: { ...(href !== '/' && { next: href }), ...(why && { why }) } });
  }
}
