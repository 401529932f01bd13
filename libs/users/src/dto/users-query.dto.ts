import { Flag, OneOf, PageQuery, Text } from '#platform';

export class UsersQuery extends PageQuery {
  @Text({
    max: 100,
    optional: true,
    about:
      'Words, or parts of them, of name, handle, title, department, location or skills; accents do not matter. One or two letters: the beginning of a name. With @: the beginning of an address.',
  })
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
