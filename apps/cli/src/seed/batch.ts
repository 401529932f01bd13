import { Rows } from './copy.ts';

/** What is written of threads, by table. */
export const COLUMNS = {
  threads: columns(
    'id community_id author_id kind title is_public created_at activity_at reply_count last_position pinned_at',
  ),
  posts: columns('id thread_id community_id author_id position reply_to body html reactions created_at'),
  post_words: columns('post_id community_id words'),
  reactions: columns('post_id user_id emoji created_at'),
  mentions: columns('post_id user_id'),
  thread_topics: columns('topic community_id thread_id'),
  thread_marks: columns('user_id thread_id read_position follow bookmarked_at'),
};

export type FilledTable = keyof typeof COLUMNS;

function columns(names: string): string[] {
  return names.split(' ');
}

/** Some thousand posts with their threads and all that hangs on them. */
export class Batch implements Record<FilledTable, Rows> {
  readonly threads = new Rows();
  readonly posts = new Rows();
  readonly post_words = new Rows();
  readonly reactions = new Rows();
  readonly mentions = new Rows();
  readonly thread_topics = new Rows();
  readonly thread_marks = new Rows();
  /** Which post answers which question. */
  readonly answers: Array<{ threadId: string; postId: string }> = [];
}
