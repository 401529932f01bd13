import { useMutation, useQuery } from '@tanstack/react-query';
import { editOf } from './drafts/places';
import { drafts } from './drafts/use-draft';
import type { LogEvent } from './events';
import { del, patch, put, segment } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { reading } from './reading';
import { applyToCache } from './realtime/apply-to-cache';
import { viewerOf } from './realtime/viewer-of';
import { useMyId } from './session';
import { threadInFeeds } from './threads';
import type { EditPost, PostEdit, PostView, Reaction, ReactionGivers, Reactions } from './types';

const tell = (event: LogEvent, userId: string) => applyToCache(queryClient, event, viewerOf(userId));

/** React, or take it back: shown at once, corrected by the server's own count. */
export function useReact() {
  const userId = useMyId();
  const reacted = (post: PostView, emoji: string, added: boolean, reactions: Reaction[]): LogEvent => ({
    seq: 0,
    type: 'post.reacted',
    communityId: null,
    threadId: post.threadId,
    data: { postId: post.id, threadId: post.threadId, reactions, actorId: userId, emoji, added },
  });
  return useMutation({
    mutationFn: ({ post, emoji, add }: { post: PostView; emoji: string; add: boolean }) =>
      (add ? put : del)<Reactions | undefined>(`/posts/${post.id}/reactions/${segment(emoji)}`),
    onMutate: ({ post, emoji, add }) =>
      tell(reacted(post, emoji, add, counted(post.reactions, emoji, add)), userId),
    onSuccess: (answer, { post, emoji, add }) => {
      if (answer?.reactions) tell(reacted(post, emoji, add, answer.reactions), userId);
      void queryClient.invalidateQueries({ queryKey: keys.reactions(post.id) });
    },
    onError: (_error, { post, emoji, add }) => tell(reacted(post, emoji, !add, post.reactions), userId),
  });
}

export function counted(reactions: Reaction[], emoji: string, add: boolean): Reaction[] {
  const known = reactions.find((one) => one.emoji === emoji);
  if (!known) return add ? [...reactions, { emoji, count: 1 }] : reactions;
  const count = known.count + (add ? 1 : -1);
  return reactions.map((one) => (one === known ? { emoji, count } : one)).filter((one) => one.count > 0);
}

export const useWhoReacted = (postId: string, isWanted: boolean) =>
  useQuery({
    queryKey: keys.reactions(postId),
    queryFn: reading<ReactionGivers>(`/posts/${postId}/reactions`),
    enabled: isWanted,
  });

/** Answers 412 with `current` when somebody changed the post meanwhile. */
export function useEditPost() {
  const userId = useMyId();
  return useMutation({
    mutationFn: ({ post, body, version }: { post: PostView; body: string; version: number }) => {
      const place = editOf(post.id);
      const draft = { place, version: drafts.read(userId, place).base };
      return patch<PostView>(`/posts/${post.id}`, { body: { body, version, draft } satisfies EditPost });
    },
    onSuccess: (post) => {
      drafts.forget(userId, editOf(post.id));
      tell({ seq: 0, type: 'post.edited', communityId: null, data: { post } }, userId);
      void queryClient.invalidateQueries({ queryKey: keys.edits(post.id) });
    },
  });
}

/** Without it, nothing is left of the thread. */
export const isAllOfItsThread = (post: PostView): boolean =>
  post.position === 1 && threadInFeeds(post.threadId)?.replyCount === 0;

export function useDeletePost() {
  const userId = useMyId();
  return useMutation({
    mutationFn: (post: PostView) => del(`/posts/${post.id}`),
    onSuccess: (_nothing, post) => {
      // An event takes the thread away, everywhere.
      if (isAllOfItsThread(post)) return;
      const deletedBy = post.author.id === userId ? ('author' as const) : ('moderator' as const);
      const emptied = {
        ...post,
        body: '',
        html: '',
        files: [],
        deletedAt: new Date().toISOString(),
        deletedBy,
      };
      // What it changes in its thread comes with the event itself.
      tell({ seq: 0, type: 'post.edited', communityId: null, data: { post: emptied } }, userId);
    },
  });
}

export const useEdits = (postId: string) =>
  useQuery({
    queryKey: keys.edits(postId),
    queryFn: reading<{ items: PostEdit[] }>(`/posts/${postId}/edits`),
  });
