import { useMutation, useMutationState, useQuery } from '@tanstack/react-query';
import { del, put, segment } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { type ReactionWish, reactionsShown } from './reactions-shown';
import { reading } from './reading';
import { applyToCache } from './realtime/apply-to-cache';
import { viewerOf } from './realtime/viewer-of';
import { useMyId } from './session';
import type { PostView, ReactionGivers, Reactions } from './types';

const wishesFor = (postId: string) => ['react', postId] as const;

/** React, or take it back: shown at once (`useReactions`), and as the server counted it when it answers. */
export function useReact({ id, threadId }: PostView) {
  const userId = useMyId();
  return useMutation({
    mutationKey: wishesFor(id),
    // One after another: the last wish is the one that holds.
    scope: { id: `react ${id}` },
    mutationFn: ({ emoji, add }: ReactionWish) =>
      (add ? put : del)<Reactions>(`/posts/${id}/reactions/${segment(emoji)}`),
    onSuccess({ reactions }, { emoji, add }) {
      const data = { postId: id, threadId, reactions, actorId: userId, emoji, added: add };
      const event = { seq: 0, type: 'post.reacted' as const, communityId: null, threadId, data };
      applyToCache(queryClient, event, viewerOf(userId));
      void queryClient.invalidateQueries({ queryKey: keys.reactions(id) });
    },
  });
}

/** What everybody feels about a post, what I do, and what I wish to. */
export function useReactions(post: PostView) {
  const wishes = useMutationState({
    filters: { mutationKey: wishesFor(post.id), status: 'pending' },
    select: ({ state }) => state.variables as ReactionWish,
  });
  return reactionsShown(post, wishes);
}

export const useWhoReacted = (postId: string, isWanted: boolean) =>
  useQuery({
    queryKey: keys.reactions(postId),
    queryFn: reading<ReactionGivers>(`/posts/${postId}/reactions`),
    enabled: isWanted,
  });
