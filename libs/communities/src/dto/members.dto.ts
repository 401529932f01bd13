import { IdsField, OneOf, PageQuery, Shown, Text } from '#platform';
import { PersonChip } from '#users';
import { MEMBER_ROLES, type MemberRole, NOTIFICATION_LEVELS, type NotificationLevel } from '../community.ts';

export class ListMembers extends PageQuery {
  @Text({
    max: 100,
    optional: true,
    about: 'Words, or parts of words, of the name; accents do not matter. One or two letters: its beginning.',
  })
  q?: string;

  @OneOf(MEMBER_ROLES, { optional: true })
  role?: MemberRole;
}

export class GiveRole {
  @OneOf(MEMBER_ROLES, { optional: true, about: 'member unless told.' })
  role?: MemberRole;
}

export class ChangeMembership {
  @OneOf(NOTIFICATION_LEVELS)
  level: NotificationLevel;
}

export class ChangeLevels {
  @IdsField({ min: 1, max: 500, about: 'Those that you are not in are passed over.' })
  communityIds: string[];

  @OneOf(NOTIFICATION_LEVELS)
  level: NotificationLevel;
}

export class InvitePeople {
  @IdsField({ min: 1, max: 100 })
  userIds: string[];
}

export class MemberView {
  @Shown({ type: PersonChip })
  user: PersonChip;

  @Shown({ type: MEMBER_ROLES })
  role: MemberRole;

  @Shown()
  joinedAt: Date;
}

export class WaitingView {
  @Shown({ type: PersonChip })
  user: PersonChip;

  @Shown()
  createdAt: Date;
}

export class JoinedView {
  @Shown({ type: ['member', 'requested'], about: '`requested`: a moderator decides.' })
  state: 'member' | 'requested';
}

export class MentionableQuery {
  @Text({
    max: 100,
    optional: true,
    about: 'The beginning of a word of the name, or of the handle; accents do not matter.',
  })
  q?: string;
}

export class Mentionables {
  @Shown({ type: [PersonChip], about: 'People who may read the community, members first; at most 8.' })
  items: PersonChip[];

  @Shown({ type: String, nullable: true })
  next: null;

  @Shown({ type: String, nullable: true, about: 'Of the community itself.' })
  handle: string | null;
}
