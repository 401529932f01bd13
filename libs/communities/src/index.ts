export { COMMUNITY_COUNTERS } from './communities.counters.ts';
export { CommunitiesModule } from './communities.module.ts';
export type { CommunityKind, MemberRole, NotificationLevel, Visibility } from './community.ts';
export { CommunityAccess, mayManage, mayPost, type Place } from './community-access.ts';
export { communityCard } from './community-card.ts';
export { COMMUNITY_EVENTS, MEMBERSHIP_EVENTS } from './dto/community-events.view.ts';
export { MembershipReader } from './membership.reader.ts';
