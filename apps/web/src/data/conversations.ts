import { useMutation } from '@tanstack/react-query';
import { post } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import type { CommunityView, CreateCommunity } from './types';

/** Between two people there is one conversation: asking again finds it again. */
export const useStartConversation = () =>
  useMutation({
    mutationFn: (memberIds: string[]) =>
      post<CommunityView>('/communities', {
        body: { kind: 'conversation', memberIds } satisfies CreateCommunity,
      }),
    onSuccess: (conversation) => {
      queryClient.setQueryData(keys.community(conversation.id), conversation);
      void queryClient.invalidateQueries({ queryKey: ['communities'] });
    },
  });
