import { useSyncExternalStore } from 'react';
import type { Unsent } from './outbox';
import { outbox } from './send';

export function useOutbox(): readonly Unsent[] {
  return useSyncExternalStore(outbox.subscribe, () => outbox.all());
}

/** My unsent replies to a thread, but for those the cache already shows: one item only, always. */
export function useUnsentReplies(userId: string, threadId: string, shown: ReadonlySet<string>): Unsent[] {
  return useOutbox().filter(
    ({ id, userId: owner, to }) =>
      owner === userId && 'threadId' in to && to.threadId === threadId && !shown.has(id),
  );
}

/** My unsent threads, for one community or for the home feed (null). */
export function useUnsentThreads(
  userId: string,
  communityId: string | null,
  shown: ReadonlySet<string>,
): Unsent[] {
  return useOutbox()
    .filter(
      ({ id, userId: owner, to }) =>
        owner === userId &&
        'communityId' in to &&
        (communityId === null || to.communityId === communityId) &&
        !shown.has(id),
    )
    .reverse();
}
