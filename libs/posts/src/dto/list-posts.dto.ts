import { IdField, PageQuery, Whole } from '#platform';

const MAX_POSITION = 2 ** 31 - 1;

export class ListPostsQuery extends PageQuery {
  @Whole({ min: 1, max: MAX_POSITION, optional: true, about: 'The newest posts before this position.' })
  before?: number;

  @Whole({ min: 0, max: MAX_POSITION, optional: true, about: 'The oldest posts after this position.' })
  after?: number;

  @IdField({ optional: true, about: 'The posts around this one.' })
  around?: string;
}
