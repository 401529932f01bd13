import { OmitType } from '@nestjs/swagger';
import { type EventViews, Shown } from '#platform';
import { PersonChip } from '#users';
import { MEMBER_ROLES, type MemberRole } from '../community.ts';
import { CommunityFacts, MembershipView, MilestoneView } from './community.view.ts';

export class ToldCommunity extends OmitType(CommunityFacts, ['milestones'] as const) {
  @Shown({ type: [MilestoneView], optional: true, about: 'Only to who may read it.' })
  milestones?: MilestoneView[];
}

export class CommunityTold {
  @Shown()
  community: ToldCommunity;
}

export class CommunityNamed {
  @Shown({ format: 'uuid' })
  communityId: string;
}

/** Somebody's side of a community. */
export class CommunityMarked extends CommunityNamed {
  @Shown({ type: MembershipView, nullable: true })
  mine: MembershipView | null;

  @Shown({ type: ['pending', 'invited'], nullable: true })
  request: 'pending' | 'invited' | null;
}

export class PersonInCommunity extends CommunityNamed {
  @Shown({ format: 'uuid' })
  userId: string;

  @Shown()
  user: PersonChip;
}

export class MembershipTold extends PersonInCommunity {
  @Shown({ type: MEMBER_ROLES })
  role: MemberRole;

  @Shown()
  memberCount: number;
}

export class MembershipStarted extends MembershipTold {
  @Shown({ type: ToldCommunity, optional: true, about: 'Absent when it ended since.' })
  community?: ToldCommunity;
}

export class InvitedToCommunity extends CommunityNamed {
  @Shown()
  community: ToldCommunity;

  @Shown({ type: PersonChip, nullable: true })
  invitedBy: PersonChip | null;
}

/** What clients are told of communities. */
export const COMMUNITY_EVENTS = {
  'community.created': CommunityTold,
  'community.changed': CommunityTold,
  'community.hidden': CommunityNamed,
} satisfies EventViews;

/** And of who is in them. */
export const MEMBERSHIP_EVENTS = {
  'membership.started': MembershipStarted,
  'membership.changed': MembershipTold,
  'membership.ended': MembershipTold,
  'request.made': PersonInCommunity,
  'request.closed': PersonInCommunity,
  'invitation.made': InvitedToCommunity,
  'community.marked': CommunityMarked,
} satisfies EventViews;
