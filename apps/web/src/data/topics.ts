import { useMutation, useQuery } from '@tanstack/react-query';
import { del, put } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { reading } from './reading';
import type { TopicList } from './types';

/** The topics whose threads come into my home feed. */
export const useFollowedTopics = () =>
  useQuery({
    queryKey: keys.followedTopics,
    queryFn: reading<TopicList>('/topics', { following: true }),
  });

export const useFollowTopic = (name: string) =>
  useMutation({
    mutationFn: (follow: boolean) =>
      follow
        ? put(`/topics/${encodeURIComponent(name)}/follow`)
        : del(`/topics/${encodeURIComponent(name)}/follow`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.followedTopics }),
  });
