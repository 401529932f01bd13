import { Shown } from '#platform';
import { PersonChip } from '#users';
import {
  COMMUNITY_KINDS,
  type CommunityKind,
  MEMBER_ROLES,
  type MemberRole,
  NOTIFICATION_LEVELS,
  type NotificationLevel,
  PROJECT_STATUSES,
  type ProjectStatus,
  VISIBILITIES,
  type Visibility,
} from '../community.ts';

export class MilestoneView {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown()
  title: string;

  @Shown({ type: String, format: 'date', nullable: true })
  dueOn: string | null;

  @Shown({ type: String, format: 'date-time', nullable: true })
  doneAt: string | null;
}

export class MembershipView {
  @Shown({ type: MEMBER_ROLES })
  role: MemberRole;

  @Shown({ type: NOTIFICATION_LEVELS })
  level: NotificationLevel;
}

/** A community as it is for everybody: what events carry. */
export class CommunityFacts {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown({ type: COMMUNITY_KINDS })
  kind: CommunityKind;

  @Shown({ type: VISIBILITIES })
  visibility: Visibility;

  @Shown({ about: 'Empty for a conversation without a name.' })
  name: string;

  @Shown({ type: String, nullable: true, about: 'Written `@handle` to mention everybody in it.' })
  handle: string | null;

  @Shown({ type: String, nullable: true })
  purpose: string | null;

  @Shown({ type: String, format: 'date', nullable: true })
  startsOn: string | null;

  @Shown({ type: String, format: 'date', nullable: true })
  endsOn: string | null;

  @Shown({ type: PROJECT_STATUSES, nullable: true, about: 'Of projects only.' })
  status: ProjectStatus | null;

  @Shown({ about: 'Its colour: degrees, 0 to 359.' })
  hue: number;

  @Shown({ type: String, nullable: true, about: 'Where its picture is.' })
  picture: string | null;

  @Shown()
  memberCount: number;

  @Shown({ type: Date, nullable: true, about: 'Since when it can only be read.' })
  archivedAt: Date | null;

  @Shown()
  createdAt: Date;

  @Shown()
  version: number;

  @Shown({ type: PersonChip, nullable: true, about: 'Whose stream it is, of kind person.' })
  person: PersonChip | null;

  @Shown({ type: [PersonChip], optional: true, about: 'Of conversations only.' })
  members?: PersonChip[];

  @Shown({ type: [MilestoneView], about: 'Empty for who may not read the community.' })
  milestones: MilestoneView[];
}

/** A community as one viewer sees it. */
export class CommunityView extends CommunityFacts {
  @Shown({ type: MembershipView, nullable: true, about: 'null: not a member.' })
  mine: MembershipView | null;

  @Shown({ type: ['pending', 'invited'], nullable: true, about: 'Asked to join, or was asked in.' })
  request: 'pending' | 'invited' | null;

  @Shown({ about: 'May start a thread.' })
  mayPost: boolean;

  @Shown({ about: 'Owner or moderator.' })
  mayManage: boolean;
}

export class SuggestedCommunityView extends CommunityView {
  @Shown({ type: ['department', 'colleagues', 'project', 'popular', 'new'] as const })
  reason: 'department' | 'colleagues' | 'project' | 'popular' | 'new';

  @Shown({ about: 'How many people are the reason; of large and new ones, how many are in it.' })
  count: number;
}

export class SuggestedCommunities {
  @Shown({ type: [SuggestedCommunityView] })
  items: SuggestedCommunityView[];

  @Shown({ type: String, nullable: true })
  next: null;
}
