import { change } from './change';
import type { LogEvent } from './events';
import { del, patch, put } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { applyToCache } from './realtime/apply-to-cache';
import { viewerOf } from './realtime/viewer-of';
import { useMyId } from './session';
import type { ChangeThread, MyThread, ThreadView } from './types';

/** Shows the outcome before the server answers, and takes it back if the server refuses. */
function useMarking<Change>(
  write: (thread: ThreadView, change: Change) => Promise<unknown>,
  outcome: (mine: MyThread, change: Change) => MyThread,
) {
  const viewer = viewerOf(useMyId());
  const mark = (thread: ThreadView, mine: MyThread | undefined) => {
    if (mine) applyToCache(queryClient, markedEvent(thread, mine), viewer);
  };
  return (thread: ThreadView, wish: Change): void =>
    change<Change>(
      {
        mutationFn: (wished) => write(thread, wished),
        onMutate: (wished) => mark(thread, thread.mine && outcome(thread.mine, wished)),
        onError: () => mark(thread, thread.mine),
      },
      wish,
    );
}

const markedEvent = (thread: ThreadView, mine: MyThread): LogEvent => ({
  seq: 0,
  type: 'thread.marked',
  communityId: thread.communityId,
  threadId: thread.id,
  data: { threadId: thread.id, mine },
});

export function useBookmark() {
  return useMarking<boolean>(
    (thread, on) => (on ? put : del)(`/threads/${thread.id}/bookmark`).then(refreshBookmarks),
    (mine, bookmarked) => ({ ...mine, bookmarked }),
  );
}

const refreshBookmarks = () =>
  queryClient.invalidateQueries({ queryKey: ['threads', { feed: 'bookmarks' }], refetchType: 'none' });

export const useFollowThread = () =>
  useMarking<MyThread['follow']>(
    (thread, state) => put(`/threads/${thread.id}/follow`, { body: { state: state ?? 'none' } }),
    (mine, follow) => ({ ...mine, follow }),
  );

/** Says that I read what everybody is asked to read. */
export const useAcknowledge = () =>
  useMarking<'given'>(
    (thread) => put(`/threads/${thread.id}/acknowledgement`),
    (mine, acknowledgement) => ({ ...mine, acknowledgement }),
  );

export const useMarkRead = () =>
  useMarking<number>(
    (thread, position) => put(`/threads/${thread.id}/read`, { body: { position } }),
    (mine, readPosition) => ({
      ...mine,
      readPosition: Math.max(mine.readPosition, readPosition),
      unread: readPosition >= mine.lastPosition ? 0 : mine.unread,
    }),
  );

export type ThreadChange = Omit<ChangeThread, 'version'>;

/** Pin, close, name the best answer, retitle, ask everybody to confirm. */
export function useChangeThread() {
  const viewer = viewerOf(useMyId());
  return (thread: ThreadView, wish: ThreadChange): void =>
    change<ThreadChange>(
      {
        mutationFn: async (wished) => {
          const body: ChangeThread = { ...wished, version: thread.version };
          const changed = await patch<ThreadView>(`/threads/${thread.id}`, { body });
          const { id: threadId, communityId } = changed;
          const data = { thread: changed };
          applyToCache(queryClient, { seq: 0, type: 'thread.changed', communityId, threadId, data }, viewer);
          // Pinned threads stand in another place of the community's list.
          void queryClient.invalidateQueries({ queryKey: ['threads', { community: communityId }] });
          void queryClient.invalidateQueries({ queryKey: keys.thread(threadId) });
        },
      },
      wish,
    );
}
