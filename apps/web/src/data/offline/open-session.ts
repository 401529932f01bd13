import { get } from '../http';
import { Problem } from '../problem';
import { queryClient } from '../query-client';
import type { SessionView } from '../types';
import { forgetOffline } from './keep';
import { isFollowed } from './kept-queries';
import { clearKept, forgetKept, readKept } from './store';

/** Somebody who has read here before need not wait long for a network that does not answer. */
const PATIENCE_MS = 5_000;

let isFirst = true;
let isUnconfirmed = false;

/** A log-in starts with nothing: what is kept may be of somebody else. */
export function beginAnew(): Promise<void> {
  isFirst = false;
  isUnconfirmed = false;
  return clearKept();
}

/**
 * Who is logged in, as the server says; without an answer, who was the last time, with what they had read. Only the
 * first time: later the cache itself is the newest there is.
 */
export async function openSession(): Promise<SessionView> {
  const before = isFirst ? await readKept().catch(() => null) : null;
  isFirst = false;
  try {
    const session = await get<SessionView>('/session', before ? { timeoutMs: PATIENCE_MS } : {});
    if (!before) return session;
    if (before.owner.session.user.id !== session.user.id) {
      await clearKept();
      return session;
    }
    // Threads go on from where they stood: the events since then bring them up to date. Lists are asked for anew.
    const stale = [...before.kept].filter(([, { queryKey }]) => !isFollowed(queryKey));
    await forgetKept(stale.map(([name]) => name));
    for (const { queryKey, data, updatedAt } of before.kept.values())
      if (isFollowed(queryKey)) queryClient.setQueryData(queryKey, data, { updatedAt });
    return { ...session, seq: Math.min(session.seq, before.owner.cursor) };
  } catch (error) {
    if (isLoggedOut(error)) await forgetOffline();
    if (!before || !(error instanceof Problem) || !error.mayPass) throw error;
    isUnconfirmed = true;
    for (const { queryKey, data } of before.kept.values()) queryClient.setQueryData(queryKey, data);
    return { ...before.owner.session, seq: before.owner.cursor };
  }
}

/**
 * The app was started without a connection: as soon as the server answers it has to say that I am still who I was.
 * Answers false when I am not; then nothing may stay on the screen.
 */
export async function confirmSession(userId: string): Promise<boolean> {
  if (!isUnconfirmed) return true;
  try {
    const session = await get<SessionView>('/session');
    isUnconfirmed = false;
    if (session.user.id !== userId) {
      await forgetOffline();
      location.reload();
      return true;
    }
    // Lists were read before; threads are brought up to date by the events.
    void queryClient.invalidateQueries({
      predicate: ({ queryKey }) => !isFollowed(queryKey) && queryKey[0] !== 'session',
    });
    return true;
  } catch (error) {
    return !isLoggedOut(error);
  }
}

const isLoggedOut = (error: unknown): boolean => error instanceof Problem && error.code === 'unauthenticated';
