import { IdField, OneOf, PageQuery, Text } from '#platform';

export const SEARCHED = ['posts', 'people', 'communities', 'files'] as const;
export type Searched = (typeof SEARCHED)[number];

export class SearchQuery extends PageQuery {
  @Text({ max: 200, about: 'Words, each of which may be the beginning of one.' })
  q: string;

  @OneOf(SEARCHED, { optional: true, about: 'posts unless told' })
  in: Searched = 'posts';

  @IdField({ optional: true, about: 'Only in this community; for posts and files.' })
  communityId?: string;
}
