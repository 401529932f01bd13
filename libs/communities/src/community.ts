/** The words of a community, as the database knows them. */
export const COMMUNITY_KINDS = ['project', 'group', 'company', 'person', 'conversation'] as const;
export const VISIBILITIES = ['public', 'private', 'secret'] as const;
export const MEMBER_ROLES = ['member', 'moderator', 'owner'] as const;
export const NOTIFICATION_LEVELS = ['all', 'threads', 'mentions', 'none'] as const;
export const PROJECT_STATUSES = ['planned', 'active', 'done'] as const;

export type CommunityKind = (typeof COMMUNITY_KINDS)[number];
export type Visibility = (typeof VISIBILITIES)[number];
export type MemberRole = (typeof MEMBER_ROLES)[number];
export type NotificationLevel = (typeof NOTIFICATION_LEVELS)[number];
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** Communities that somebody made and runs; the others come by themselves and have fixed rules. */
export const isRunByOwners = (kind: CommunityKind): boolean => kind === 'project' || kind === 'group';

/** What a new membership tells its owner about until they say otherwise. */
export const firstLevel = (kind: CommunityKind): NotificationLevel =>
  kind === 'conversation' ? 'all' : 'threads';

/** A colour that stays with the community: the end of a UUIDv7 is random. */
export const hueOf = (id: string): number => Number.parseInt(id.slice(-4), 16) % 360;
