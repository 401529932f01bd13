import type { CommunityKind, Sort } from './types';

/** Where a list of threads comes from. One shape for all, so that one rule says which events belong in it. */
export type ThreadSource =
  | { feed: 'home' | 'everything' | 'bookmarks' | 'unanswered' | 'unacknowledged' }
  | { community: string }
  | { topic: string }
  | { person: string };

/** What people look for among their notifications. */
export type NotificationFilter = 'all' | 'unread' | 'mentions' | 'replies' | 'requests' | 'reactions';

/** Every key of the one cache. Its first word says the shape of the data (see realtime/apply-event.ts). */
export const keys = {
  session: ['session'] as const,
  setup: ['setup'] as const,
  reset: (token: string) => ['reset', token] as const,
  invitation: (token: string) => ['invitation', token] as const,

  /** Infinite: ThreadPage */
  threads: (source: ThreadSource, sort: Sort) => ['threads', source, sort] as const,
  /** ThreadView */
  thread: (id: string) => ['thread', id] as const,
  /** Infinite: Page<PostView>, newest page first, each page ascending */
  posts: (threadId: string, around?: string) => ['posts', threadId, around ?? null] as const,
  /** Page<PostEdit> */
  edits: (postId: string) => ['edits', postId] as const,
  /** Infinite: Page<Acknowledgement>, with how many are asked and did */
  acknowledgements: (threadId: string, state: 'given' | 'missing') =>
    ['acknowledgements', threadId, state] as const,
  /** { items: { emoji, users }[] } */
  reactions: (postId: string) => ['reactions', postId] as const,

  /** CommunityView */
  community: (id: string) => ['community', id] as const,
  /** CommunityView[]: all I am a member of, for navigation and the composer */
  myCommunities: ['my-communities'] as const,
  /** Infinite: Page<CommunityView> */
  communities: (filter: { q?: string; kind?: CommunityKind; mine?: boolean; archived?: boolean }) =>
    ['communities', filter] as const,
  /** Infinite: Page<ConversationView> */
  conversations: ['conversations'] as const,
  /** { items: { communityId, unread }[] } */
  communitiesUnread: ['communities-unread'] as const,
  /** Infinite: Page<MemberView> */
  members: (communityId: string, filter: { q?: string; role?: string } = {}) =>
    ['members', communityId, filter] as const,
  requests: (communityId: string) => ['requests', communityId] as const,
  /** Page<DraftView> */
  drafts: ['drafts'] as const,
  mentionables: (communityId: string, q: string) => ['mentionables', communityId, q] as const,
  topics: (q: string) => ['topics', q] as const,
  /** TopicList: what I follow */
  followedTopics: ['followed-topics'] as const,

  /** Page<OwnerlessCommunity> */
  ownerless: ['ownerless'] as const,
  /** UserView */
  user: (id: string) => ['user', id] as const,
  /** PeopleFilters */
  peopleFilters: ['people-filters'] as const,
  /** Infinite: Page<ChartPerson> */
  chart: (under: string | null) => ['chart', under] as const,
  /** Infinite: Page<CommunityView>; under the directory's word, since it may change as that does */
  communitiesOf: (userId: string) => ['communities', 'of', userId] as const,
  /** Infinite: Page<CommunityFile> */
  communityFiles: (communityId: string) => ['community-files', communityId] as const,
  /** CommunityActivity */
  communityActivity: (communityId: string) => ['community-activity', communityId] as const,

  /** Infinite: Page<UserView> */
  users: (filter: Record<string, string | boolean | undefined>) => ['users', filter] as const,

  /** Infinite: Page<NotificationView> */
  notifications: (filter: NotificationFilter) => ['notifications', filter] as const,
  /** NotificationSettings */
  notificationSettings: ['notification-settings'] as const,
  /** NotificationPreview */
  notificationPreview: ['notification-preview'] as const,
  /** PushState */
  push: ['push'] as const,
  /** { count } */
  notificationsUnread: ['notifications-unread'] as const,

  /** CatchUpView */
  catchUp: ['catch-up'] as const,
  /** { forMe, total } */
  catchUpCount: ['catch-up-count'] as const,
  /** ThreadCount */
  threadCount: (feed: string, sort: Sort, since: string) => ['thread-count', feed, sort, since] as const,

  /** Infinite: Page<SearchHit> */
  search: (q: string, where: string) => ['search', where, q] as const,
  /** Where I am logged in */
  /** { items: SuggestedPerson[] } */
  peopleToFollow: ['people-to-follow'] as const,
  /** CurrentHouseRules */
  houseRules: ['house-rules'] as const,
  /** HouseRulesState */
  rulesState: ['rules-state'] as const,
  /** Infinite: Page<Acceptance> */
  rulesAcceptances: (state: 'accepted' | 'missing') => ['rules-acceptances', state] as const,
  /** SystemState */
  system: ['system'] as const,
  sessions: ['sessions'] as const,
  sessionsOf: (userId: string) => ['sessions', userId] as const,
  /** Infinite: Page<OpenInvitation> */
  invitations: ['invitations'] as const,
};
