import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { post } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { paged, readingPages } from './reading';
import type { CommunityView, ConversationView, CreateCommunity, Page } from './types';

/** Those I am talking with, the newest activity first. */
export const useConversations = () =>
  useInfiniteQuery({
    queryKey: keys.conversations,
    queryFn: readingPages<Page<ConversationView>>('/conversations', { limit: 30 }),
    ...paged,
  });

/** How many of the latest conversations have something that I did not read. */
export const useUnreadConversations = (): number =>
  useInfiniteQuery({
    queryKey: keys.conversations,
    queryFn: readingPages<Page<ConversationView>>('/conversations', { limit: 30 }),
    ...paged,
    select: ({ pages }) => pages.flatMap(({ items }) => items).filter(({ unread }) => unread > 0).length,
  }).data ?? 0;

/** Between two people there is one conversation: asking again finds it again. */
export const useStartConversation = () =>
  useMutation({
    mutationFn: (memberIds: string[]) =>
      post<CommunityView>('/communities', {
        body: { kind: 'conversation', memberIds } satisfies CreateCommunity,
      }),
    onSuccess: (conversation) => {
      queryClient.setQueryData(keys.community(conversation.id), conversation);
      void queryClient.invalidateQueries({ queryKey: keys.conversations });
    },
  });
