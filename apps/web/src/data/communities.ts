import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { del, get, patch, post } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { paged, reading, readingPages } from './reading';
import { useMyId } from './session';
import type {
  CommunityActivity,
  CommunityFile,
  CommunityView,
  Joined,
  Level,
  Mentionables,
  Page,
  TopicList,
  UnreadCounts,
} from './types';

export const useCommunity = (id: string) =>
  useQuery({
    queryKey: keys.community(id),
    queryFn: reading<CommunityView>(`/communities/${id}`),
    // One of mine is in the navigation already; its own answer follows.
    placeholderData: () =>
      queryClient.getQueryData<CommunityView[]>(keys.myCommunities)?.find((one) => one.id === id),
  });

/** What was shared in it, the newest first. Live ones are not added, so it is asked for at each visit. */
export const useCommunityFiles = (id: string) =>
  useInfiniteQuery({
    queryKey: keys.communityFiles(id),
    queryFn: readingPages<Page<CommunityFile>>(`/communities/${id}/files`, { limit: 50 }),
    refetchOnMount: 'always',
    ...paged,
  });

export const useCommunityActivity = (id: string) =>
  useQuery({
    queryKey: keys.communityActivity(id),
    queryFn: reading<CommunityActivity>(`/communities/${id}/activity`),
    refetchOnMount: 'always',
  });

const MANY = 100;

/** All my communities, for the navigation and the composer; somebody may well be in two hundred. */
export const useMyCommunities = () =>
  useQuery({
    queryKey: keys.myCommunities,
    queryFn: async ({ signal }) => {
      const all: CommunityView[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<CommunityView> = await get('/communities', {
          query: { mine: true, limit: MANY, cursor },
          signal,
        });
        all.push(...page.items);
        cursor = page.next;
      } while (cursor !== null);
      return all;
    },
  });

export const useCommunitiesUnread = () =>
  useQuery({ queryKey: keys.communitiesUnread, queryFn: reading<UnreadCounts>('/communities/unread') });

/** Everything that may look different once I came or went. */
async function membershipChanged(communityId: string): Promise<void> {
  await Promise.all(
    [
      keys.community(communityId),
      keys.myCommunities,
      ['communities'],
      ['members', communityId],
      ['threads', { community: communityId }],
      ['threads', { feed: 'home' }],
    ].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  );
}

export const useJoin = (communityId: string) =>
  useMutation({
    mutationFn: () => post<Joined>(`/communities/${communityId}/join`),
    onSuccess: () => membershipChanged(communityId),
  });

export const useLeave = (communityId: string) =>
  useMutation({
    mutationFn: () => post(`/communities/${communityId}/leave`),
    onSuccess: () => membershipChanged(communityId),
  });

/** Says no to an invitation. Of what is secret nothing is known afterwards. */
export function useDecline(communityId: string, onDeclined: () => void) {
  const myId = useMyId();
  return useMutation({
    mutationFn: async () => {
      await del(`/communities/${communityId}/invitations/${myId}`);
      // Before anything is read again: what asked may be gone then.
      onDeclined();
    },
    onSuccess: async () => {
      await membershipChanged(communityId);
      await queryClient.invalidateQueries({ queryKey: ['notifications'] });
    },
  });
}

export const useWithdrawRequest = (communityId: string, userId: string) =>
  useMutation({
    mutationFn: () => del(`/communities/${communityId}/requests/${userId}`),
    onSuccess: () => membershipChanged(communityId),
  });

export const useSetLevel = (communityId: string) =>
  useMutation({
    mutationFn: (level: Level) => patch(`/communities/${communityId}/membership`, { body: { level } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.community(communityId) }),
  });

export const useTickMilestone = (communityId: string) =>
  useMutation({
    mutationFn: ({ id, done }: { id: string; done: boolean }) =>
      patch(`/communities/${communityId}/milestones/${id}`, { body: { done } }),
    onMutate: ({ id, done }) =>
      queryClient.setQueryData<CommunityView>(
        keys.community(communityId),
        (community) =>
          community && {
            ...community,
            milestones: community.milestones.map((one) =>
              one.id === id ? { ...one, doneAt: done ? new Date().toISOString() : null } : one,
            ),
          },
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.community(communityId) }),
  });

/** Who may be mentioned here, for the composer's list. */
export const useMentionables = (communityId: string, q: string | null) =>
  useQuery({
    queryKey: keys.mentionables(communityId, q ?? ''),
    queryFn: reading<Mentionables>(`/communities/${communityId}/mentionables`, { q }),
    enabled: q !== null,
    placeholderData: (before) => before,
    staleTime: 60_000,
  });

export const useTopics = (q: string | null) =>
  useQuery({
    queryKey: keys.topics(q ?? ''),
    queryFn: reading<TopicList>('/topics', { q }),
    enabled: q !== null,
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
