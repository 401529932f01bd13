import { useMutation, useQuery } from '@tanstack/react-query';
import { patch, put } from './http';
import { keys } from './keys';
import { takeMessages, takeNoMessages, tryMessage } from './push/device';
import { queryClient } from './query-client';
import { reading } from './reading';
import type {
  ChangeNotificationSettings,
  Level,
  NotificationPreview,
  NotificationSettings,
  PushState,
} from './types';

export const useNotificationSettings = () =>
  useQuery({
    queryKey: keys.notificationSettings,
    queryFn: reading<NotificationSettings>('/notifications/settings'),
  });

/** Holds at once; taken back when the server refuses. */
export const useChangeNotificationSettings = () =>
  useMutation({
    mutationFn: (change: ChangeNotificationSettings) =>
      patch<NotificationSettings>('/notifications/settings', { body: change }),
    onMutate: ({ pause: _, ...change }) =>
      queryClient.setQueryData<NotificationSettings>(
        keys.notificationSettings,
        (now) => now && { ...now, ...change },
      ),
    onSuccess: (settings) => queryClient.setQueryData(keys.notificationSettings, settings),
    onError: () => queryClient.invalidateQueries({ queryKey: keys.notificationSettings }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.notificationPreview }),
  });

export const useNotificationPreview = () =>
  useQuery({
    queryKey: keys.notificationPreview,
    queryFn: reading<NotificationPreview>('/notifications/preview'),
    staleTime: 0,
    placeholderData: (before) => before,
  });

export const usePush = () => useQuery({ queryKey: keys.push, queryFn: reading<PushState>('/push') });

/** Whether this browser takes messages. */
export const useTakeMessages = () =>
  useMutation({
    mutationFn: async (on: boolean) => {
      if (on) await takeMessages();
      else await takeNoMessages();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.push }),
  });

export const useTryMessage = () =>
  useMutation({
    mutationFn: tryMessage,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.push }),
  });

/** How much I want to hear of several communities. */
export const useSetLevels = () =>
  useMutation({
    mutationFn: (change: { communityIds: string[]; level: Level }) =>
      put('/memberships/levels', { body: change }),
    onSettled: async (_answer, _error, { communityIds }) => {
      await Promise.all(
        [keys.myCommunities, keys.notificationPreview, ...communityIds.map((id) => keys.community(id))].map(
          (queryKey) => queryClient.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
