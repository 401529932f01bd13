import type { RecordingTransaction, Transaction } from '#platform';
import type { PostPlace } from './standpoint.ts';
import { leavingTopics } from './thread-topics.ts';

/** Whether nothing would be left of the thread, which the transaction holds, without this post. Index posts (thread_id, position). */
export async function isLastPost(
  transaction: Transaction,
  { threadId, postId }: PostPlace,
): Promise<boolean> {
  const [post] = await transaction.query<{ isLast: boolean }>(
    `SELECT NOT EXISTS (
       SELECT FROM posts AS other
       WHERE other.thread_id = $1 AND other.id <> $2 AND other.deleted_at IS NULL) AS "isLast"
     FROM posts WHERE id = $2 AND deleted_at IS NULL`,
    [threadId, postId],
  );
  return post?.isLast ?? false;
}

/**
 * Takes away a thread of which nothing is left, with everything that hangs on it: posts, marks, topics, notifications,
 * what is searched; the bytes of its files follow (`files`). Its id stays taken.
 */
export async function removeThread(
  transaction: RecordingTransaction,
  { id: communityId, visibility, threadId, postId }: PostPlace,
  actorId: string,
): Promise<void> {
  const topics = await transaction.query<{ topic: string }>(
    'SELECT topic FROM thread_topics WHERE thread_id = $1 ORDER BY topic',
    [threadId],
  );
  await transaction.query(
    `INSERT INTO removed_threads (id, author_id, request_hash)
     SELECT id, author_id, request_hash FROM threads WHERE id = $1`,
    [threadId],
  );
  await transaction.query('DELETE FROM threads WHERE id = $1', [threadId]);
  const data = leavingTopics(
    visibility,
    topics.map(({ topic }) => topic),
  );
  await transaction.record({ type: 'thread.removed', communityId, threadId, postId, actorId, data });
}
