import { Flag, IdsField, OneOf, PageQuery } from '#platform';
import type { NotificationKind } from './notification.view.ts';

/** What people look for together. */
export const SUBJECTS = {
  mentions: ['mention'],
  replies: ['reply', 'thread', 'announcement'],
  requests: ['invitation', 'request', 'admitted', 'added'],
  reactions: ['reaction'],
} satisfies Record<string, NotificationKind[]>;

export class NotificationsQuery extends PageQuery {
  @Flag({ optional: true, about: 'Only those that are not read.' })
  unread: boolean = false;

  @OneOf(Object.keys(SUBJECTS), {
    optional: true,
    about: '`requests`: and their answers, invitations, and being added.',
  })
  about?: keyof typeof SUBJECTS;
}

export class MarkReadRequest {
  @IdsField({ max: 1_000, optional: true, about: 'Which ones; all when missing.' })
  ids?: string[];
}

export class MarkUnreadRequest {
  @IdsField({ min: 1, max: 100 })
  ids: string[];
}
