import { OneOf, PageQuery } from '#platform';
import { THREAD_SORTS, type ThreadSort } from '../threads.queries.ts';

export class ListThreadsQuery extends PageQuery {
  @OneOf(THREAD_SORTS, { optional: true, about: 'Newest activity first unless told.' })
  sort: ThreadSort = 'activity';
}
