import { useMutation, useQuery } from '@tanstack/react-query';
import { editOf } from './drafts/places';
import { drafts } from './drafts/use-draft';
import type { LogEvent } from './events';
import { del, patch } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { reading } from './reading';
import { applyToCache } from './realtime/apply-to-cache';
import { viewerOf } from './realtime/viewer-of';
import { useMyId } from './session';
import { threadInFeeds } from './threads';
import type { EditPost, PostEdit, PostView } from './types';

const tell = (event: LogEvent, userId: string) => applyToCache(queryClient, event, viewerOf(userId));

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
