import type { components } from './api';

/**
 * The shapes the server answers with and takes, under the names that the client uses. `api.d.ts` is generated from
 * the server's OpenAPI document at each build, so that a shape that changes there fails the types here. Everything
 * else imports shapes from this file.
 */
type Schemas = components['schemas'];

export type PersonChip = Schemas['PersonChip'];
export type ChartPerson = Schemas['ChartPersonView'];
export type PeopleFilters = Schemas['PeopleFiltersView'];
export type UserView = Schemas['UserView'];
export type SetUpState = Schemas['SetupView'];
export type SessionView = Schemas['SessionView'];
export type OpenSession = Schemas['OpenSessionView'];
export type NewInvitation = Schemas['NewInvitationView'];
export type OpenInvitation = Schemas['InvitationView'];
export type ResetLink = Schemas['ResetLinkView'];
export type ResetCard = Schemas['ResetCard'];
export type SuggestedPerson = Schemas['SuggestedPersonView'];
export type SystemState = Schemas['SystemView'];
export type OwnerlessCommunity = Schemas['OwnerlessCommunity'];
export type InvitedList = Schemas['InvitedList'];
export type InvitationCard = Schemas['InvitationCard'];

export type OrganisationView = Schemas['OrganisationView'];
export type OrganisationChange = Omit<Schemas['ChangeOrganisationRequest'], 'version'>;

export type CommunityView = Schemas['CommunityView'];
export type Suggested = Schemas['SuggestedCommunityView'];
export type CommunityFile = Schemas['CommunityFileView'];
export type CommunityActivity = Schemas['CommunityActivityView'];
export type Milestone = Schemas['MilestoneView'];
export type MemberView = Schemas['MemberView'];
export type Waiting = Schemas['WaitingView'];
export type Joined = Schemas['JoinedView'];
export type Mentionables = Schemas['Mentionables'];
export type ConversationView = Schemas['ConversationView'];
/** Communities with something unread; those without are not listed. */
export type UnreadCounts = { items: Schemas['CommunityUnreadView'][] };

export type FileView = Schemas['FileView'];
export type PostView = Schemas['PostView'];
export type PostEdit = Schemas['PostEditView'];
export type Reaction = Schemas['ReactionCount'];
export type ThreadView = Schemas['ThreadView'];
/** Absent in socket events, which are the same for every viewer; `withMine` fills it in. */
export type MyThread = Schemas['MineThread'];
export type Acknowledgements = Schemas['AcknowledgementsView'];
export type Reactions = Schemas['ReactionsView'];
export type ReactionGivers = Schemas['ReactionGiversList'];
export type ThreadCount = Schemas['ThreadCount'];
export type CatchUp = Schemas['CatchUpView'];
export type CatchUpCount = Schemas['CatchUpCount'];
export type CatchUpSection = Schemas['CatchUpSectionView'];
export type CatchUpItem = Schemas['CatchUpItem'];
export type TopicList = Schemas['TopicList'];

export type DraftView = Schemas['DraftView'];
export type KeepDraft = Schemas['KeepDraftRequest'];
export type NotificationView = Schemas['NotificationView'];
export type NotificationCount = Schemas['UnreadView'];
export type NotificationSettings = Schemas['NotificationSettingsView'];
export type ChangeNotificationSettings = Schemas['ChangeNotificationSettings'];
export type NotificationPreview = Schemas['PreviewView'];
export type PreviewedEvent = Schemas['PreviewedEvent'];
export type PushState = Schemas['PushView'];
export type PushTest = Schemas['PushTestView'];
export type SearchHit = Schemas['SearchHitView'];
export type TextPiece = Schemas['TextPieceView'];

export type PresenceTold = Schemas['PresenceTold'];
export type TypingTold = Schemas['TypingTold'];

export type Role = UserView['role'];
export type GivenRole = Schemas['ChangeRoleRequest']['role'];
export type CommunityKind = CommunityView['kind'];
export type Visibility = CommunityView['visibility'];
export type MembershipRole = MemberView['role'];
export type Level = Schemas['MembershipView']['level'];
export type ThreadKind = ThreadView['kind'];
export type Sort = 'activity' | 'newest';

export type HouseRules = Schemas['HouseRulesView'];
export type CurrentHouseRules = Schemas['CurrentHouseRules'];
export type HouseRulesState = Schemas['HouseRulesStateView'];
export type Acceptance = Schemas['AcceptanceView'];
export type PublishRules = Schemas['PublishRulesRequest'];

export type CommunityOverview = Schemas['CommunityOverview'];
export type CommunityCounts = Schemas['CommunityCounts'];

export type SetUpRequest = Schemas['SetUpRequest'];
export type NewAccount = Schemas['NewAccount'];
export type LogInRequest = Schemas['LogInRequest'];
export type InviteRequest = Schemas['InviteRequest'];
export type ProfileChange = Omit<Schemas['EditProfileRequest'], 'version'>;
export type PasswordChange = Schemas['ChangePasswordRequest'];
export type CreateCommunity = Schemas['CreateCommunity'];
export type CreateMilestone = Schemas['CreateMilestone'];
export type ChangeCommunity = Schemas['ChangeCommunity'];
export type StartThread = Schemas['StartThreadRequest'];
export type WriteReply = Schemas['ReplyRequest'];
export type EditPost = Schemas['EditPostRequest'];
export type ChangeThread = Schemas['ChangeThreadRequest'];

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export interface ThreadPage extends Page<ThreadView> {
  pinned?: ThreadView[];
  /** Only in the cache: threads others started since this page was read, behind the "3 new" line. */
  arrivals?: ThreadView[];
  /** Only in the cache: threads outside the loaded pages that got replies since. */
  stirred?: string[];
}
