export { ListThreadsQuery } from './dto/list-threads.dto.ts';
export { PostView } from './dto/post.view.ts';
export { MINE_EVENTS, POST_EVENTS, THREAD_EVENTS } from './dto/post-events.view.ts';
export { CommunityCardView, THREAD_KINDS, type ThreadKind, ThreadView } from './dto/thread.view.ts';
export { type MentionableNames, renderPost } from './markdown/render.ts';
export { excerptOf, handlesIn, plainTextOf, topicsIn } from './markdown/written.ts';
export { Marks } from './marks.service.ts';
export { isoTime, storedPost } from './post-view.sql.ts';
export { POST_COUNTERS } from './posts.counters.ts';
export { PostsModule } from './posts.module.ts';
export { NEWEST_BETWEEN } from './posts.queries.ts';
export { PostsReader } from './posts.reader.ts';
export { type MovedCommunity, type MovedMark, ReadMarks } from './read-marks.ts';
export { Reply } from './reply.service.ts';
export { type PostPlace, Standpoint, type ThreadPlace } from './standpoint.ts';
export { StartThread } from './start-thread.service.ts';
export {
  askedOf,
  givenBy,
  mineJoins,
  reasonOf,
  storedThread,
  threadJoins,
  unreadOf,
} from './thread-view.sql.ts';
export {
  afterCursor,
  FIRST_PAGE,
  firstOf,
  SORT_COLUMN,
  THREAD_SORTS,
  type ThreadSort,
  threadPage,
} from './threads.queries.ts';
export { ThreadsReader } from './threads.reader.ts';
export { TopicParam } from './topic-name.ts';
