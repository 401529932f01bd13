import { useCommunity, useMyCommunities } from '~/data/communities';
import { useMyId } from '~/data/session';
import type { MembershipRole, PostView } from '~/data/types';

/** My role in a community, from what the navigation has loaded anyway; null where I am no member. */
export function useMyRole(communityId: string): MembershipRole | null {
  const { data } = useMyCommunities();
  const listed = data?.find((community) => community.id === communityId);
  return listed?.mine?.role ?? null;
}

export function useMayModerate(communityId: string): boolean {
  const role = useMyRole(communityId);
  return role === 'owner' || role === 'moderator';
}

/** What the one who looks may do with a post; the server decides, this only spares them buttons that fail. */
export function usePostRights(post: PostView, communityId: string) {
  const isMine = useMyId() === post.author.id;
  const mayModerate = useMayModerate(communityId);
  const isThere = post.deletedAt === null;
  return { mayEdit: isMine && isThere, mayDelete: (isMine || mayModerate) && isThere, isMine, mayModerate };
}

/** Whether I may write here at all; unknown counts as yes, so that a box does not flicker. */
export function useMayPost(communityId: string): boolean {
  const { data } = useCommunity(communityId);
  return data?.mayPost ?? true;
}
