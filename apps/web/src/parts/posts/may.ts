import { createContext, use, useMemo } from 'react';
import { useCommunity, useMyCommunities } from '~/data/communities';
import { useMyId, useSession } from '~/data/session';
import type { CommunityView, MembershipRole, PostView } from '~/data/types';

type Roles = ReadonlyMap<string, MembershipRole>;

/** Told by the shell to all that is in it, as the session is. */
export const MyRolesContext = createContext<Roles>(new Map());

/** For the shell: my roles by community, from what the navigation has loaded anyway. */
export function useMyRoles(): Roles {
  const { data } = useMyCommunities();
  return useMemo(
    () => new Map(data?.flatMap(({ id, mine }) => (mine ? [[id, mine.role] as const] : []))),
    [data],
  );
}

/** My role in a community; null where I am no member. */
export const useMyRole = (communityId: string): MembershipRole | null =>
  use(MyRolesContext).get(communityId) ?? null;

export function useMayModerate(communityId: string): boolean {
  const role = useMyRole(communityId);
  return role === 'owner' || role === 'moderator';
}

/** Owners speak for their community, administrators for the company. */
export const mayAnnounceIn = ({ kind, mine }: CommunityView, isAdmin: boolean): boolean =>
  mine?.role === 'owner' || (kind === 'company' && mine != null && isAdmin);

export function useMayAnnounce(communityId: string): boolean {
  const { user } = useSession();
  const { data } = useMyCommunities();
  const community = data?.find(({ id }) => id === communityId);
  return community !== undefined && mayAnnounceIn(community, user.role === 'admin');
}

/** What the one who looks may do with a post; the server decides, this only spares them buttons that fail. */
export function usePostRights(post: PostView, communityId: string) {
  const isMine = useMyId() === post.author.id;
  const mayModerate = useMayModerate(communityId);
  const isThere = post.deletedAt === null;
  return { mayEdit: isMine && isThere, mayDelete: (isMine || mayModerate) && isThere, isMine, mayModerate };
}

/** Whether I may reply here; unknown counts as yes, so that a box does not flicker. */
export function useMayReply(communityId: string): boolean {
  const { data } = useCommunity(communityId);
  return data ? mayReplyIn(data) : true;
}

/** In a person's own stream only they begin, and every reader may answer. */
export function mayReplyIn({ kind, mayPost, archivedAt }: CommunityView): boolean {
  return mayPost || (kind === 'person' && archivedAt === null);
}
