import { useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { change } from './change';
import { del, put, segment } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { ReactionWishes } from './reaction-wishes';
import { type ReactionWish, reactionsShown } from './reactions-shown';
import { reading } from './reading';
import { applyToCache } from './realtime/apply-to-cache';
import { viewerOf } from './realtime/viewer-of';
import { useMyId } from './session';
import type { PostView, ReactionGivers, Reactions } from './types';

const wishes = new ReactionWishes();

/** React, or take it back: shown at once (`useReactions`), and as the server counted it when it answers. */
export function useReact({ id, threadId }: PostView): (wish: ReactionWish) => void {
  const userId = useMyId();
  return useCallback(
    (wish) =>
      change<ReactionWish>(
        {
          // One after another: the last wish is the one that holds.
          scope: { id: `react ${id}` },
          mutationFn: ({ emoji, add }) =>
            (add ? put : del)<Reactions>(`/posts/${id}/reactions/${segment(emoji)}`).then(({ reactions }) => {
              const data = { postId: id, threadId, reactions, actorId: userId, emoji, added: add };
              const event = { seq: 0, type: 'post.reacted' as const, communityId: null, threadId, data };
              applyToCache(queryClient, event, viewerOf(userId));
              void queryClient.invalidateQueries({ queryKey: keys.reactions(id) });
            }),
          onMutate: (begun) => wishes.begin(id, begun),
          onSettled: (_answer, error, ended) => wishes.end(id, ended, error !== null),
        },
        wish,
      ),
    [id, threadId, userId],
  );
}

/** What everybody feels about a post, what I do, and what I wish to; and what of that did not arrive. */
export function useReactions(post: PostView) {
  const { pending, failed } = useSyncExternalStore(wishes.subscribe, () => wishes.of(post.id));
  return { ...reactionsShown(post, pending), failed, isWishing: pending.length > 0 };
}

export const useWhoReacted = (postId: string, isWanted: boolean) =>
  useQuery({
    queryKey: keys.reactions(postId),
    queryFn: reading<ReactionGivers>(`/posts/${postId}/reactions`),
    enabled: isWanted,
  });
