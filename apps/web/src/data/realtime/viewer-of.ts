import { keys } from '../keys';
import { queryClient } from '../query-client';
import type { CommunityView, TopicList } from '../types';
import type { EventViewer } from './viewer';

/** Communities that a screen watches though I am no member: their events must not enter my home feed. */
export const watchedCommunities = new Set<string>();

export function viewerOf(userId: string): EventViewer {
  return {
    userId,
    isMine(communityId) {
      const mine = queryClient.getQueryData<CommunityView[]>(keys.myCommunities);
      if (mine?.some((community) => community.id === communityId)) return true;
      const known = queryClient.getQueryData<CommunityView>(keys.community(communityId));
      if (known) return known.mine !== null;
      return !watchedCommunities.has(communityId);
    },
    followed(topics) {
      const mine = queryClient.getQueryData<TopicList>(keys.followedTopics)?.items ?? [];
      return topics.filter((topic) => mine.some(({ name }) => name === topic));
    },
  };
}
