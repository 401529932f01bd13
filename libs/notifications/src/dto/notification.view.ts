import { Shown } from '#platform';
import { PersonChip } from '#users';

export const NOTIFICATION_KINDS = [
  'mention',
  'reply',
  'reaction',
  'invitation',
  'request',
  'announcement',
  'thread',
  'admitted',
  'added',
] as const;

export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export class NotificationCommunity {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown()
  name: string;

  @Shown({ type: ['project', 'group', 'company', 'person', 'conversation'] })
  kind: string;
}

/** Something that concerns me. While it is unread, more of the same is added to it. */
export class NotificationView {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown({ type: NOTIFICATION_KINDS })
  kind: NotificationKind;

  @Shown({ type: [PersonChip], about: 'Who did it, the newest three first.' })
  actors: PersonChip[];

  @Shown()
  actorCount: number;

  @Shown({ type: NotificationCommunity, nullable: true })
  community: NotificationCommunity | null;

  @Shown({ type: String, format: 'uuid', nullable: true })
  threadId: string | null;

  @Shown({ type: String, format: 'uuid', nullable: true })
  postId: string | null;

  @Shown({ type: String, nullable: true, about: 'The beginning of the post, as plain text.' })
  excerpt: string | null;

  @Shown({ type: String, nullable: true, optional: true, about: 'The newest reaction.' })
  emoji?: string;

  @Shown({ format: 'date-time' })
  createdAt: string;

  @Shown({ format: 'date-time' })
  updatedAt: string;

  @Shown()
  read: boolean;
}

export class UnreadView {
  @Shown({ about: 'At most 100: counting stops there.' })
  count: number;
}
