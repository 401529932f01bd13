import type {
  CommunityView,
  MembershipRole,
  MyThread,
  NotificationView,
  PersonChip,
  PostView,
  Reaction,
  ThreadView,
  UserView,
} from './types';

type ThreadSummary = Pick<ThreadView, 'id' | 'replyCount' | 'activityAt'> & { lastPosition: number };
type NeutralCommunity = Omit<CommunityView, 'mine' | 'request' | 'mayPost' | 'mayManage'>;
interface MembershipFact {
  userId: string;
  user: PersonChip;
  role: MembershipRole;
  memberCount: number;
}

/** What each type of event of the log carries. */
export interface EventData {
  'thread.started': { thread: ThreadView };
  'thread.changed': { thread: ThreadView };
  'post.replied': { post: PostView; thread: ThreadSummary };
  'post.edited': { post: PostView };
  'post.deleted': { post: PostView; thread?: ThreadSummary };
  'post.reacted': {
    postId: string;
    threadId: string;
    reactions: Reaction[];
    actorId: string;
    emoji: string;
    added: boolean;
  };
  'community.created': { community: NeutralCommunity };
  'community.changed': { community: NeutralCommunity };
  /** It is no longer for everybody to know of. */
  'community.hidden': { communityId: string };
  /** My own side of it changed: role, level, request. */
  'community.marked': { communityId: string };
  'membership.started': MembershipFact;
  'membership.changed': MembershipFact;
  'membership.ended': MembershipFact;
  'request.made': { userId: string };
  'request.closed': { userId: string };
  'invitation.made': Record<string, unknown>;
  'user.changed': { user: Partial<UserView> & PersonChip };
  'user.deactivated': { userId?: string; user?: PersonChip };
  'notification.created': { notification: NotificationView };
  'notification.read': { ids: string[] | null; unread: number };
  'thread.marked': { threadId: string; mine: MyThread };
  'community.read': { communityId: string };
}

export type EventType = keyof EventData;

/** One entry of the event log, as the socket brings it. */
export type LogEvent = {
  [Type in EventType]: {
    seq: number;
    type: Type;
    communityId: string | null;
    threadId?: string | null;
    data: EventData[Type];
  };
}[EventType];
