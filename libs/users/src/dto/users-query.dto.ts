import { Flag, OneOf, PageQuery, Text } from '#platform';

export class UsersQuery extends PageQuery {
  @Text({ max: 100, optional: true, about: 'Words of name, handle, e-mail address, title or department.' })
  q?: string;

  @Text({ max: 100, optional: true })
  department?: string;

  @Text({ max: 100, optional: true })
  location?: string;

  @Text({ max: 100, optional: true })
  skill?: string;

  @OneOf(['member', 'guest', 'admin', 'bot'], { optional: true })
  role?: 'member' | 'guest' | 'admin' | 'bot';

  @Flag({ optional: true, about: 'For administrators: only those who were deactivated.' })
  deactivated?: boolean;
}
