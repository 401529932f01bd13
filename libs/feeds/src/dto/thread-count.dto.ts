import { Moment, OneOf, Shown } from '#platform';
import { THREAD_SORTS, type ThreadSort } from '#posts';

export class CountThreadsQuery {
  @Moment({ about: 'Threads whose activity, or beginning, is not older.' })
  since: string;

  @OneOf(THREAD_SORTS, { optional: true, about: 'By newest activity, unless told.' })
  sort: ThreadSort = 'activity';
}

export class ThreadCount {
  @Shown({ about: 'At most 1000.' })
  count: number;

  @Shown({ about: 'There are more than were counted.' })
  more: boolean;
}
