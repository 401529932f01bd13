import { Flag, IdsField, PageQuery } from '#platform';

export class NotificationsQuery extends PageQuery {
  @Flag({ optional: true, about: 'Only those that are not read.' })
  unread: boolean = false;
}

export class MarkReadRequest {
  @IdsField({ max: 1_000, optional: true, about: 'Which ones; all when missing.' })
  ids?: string[];
}
