import type { RecordingTransaction } from '#platform';
import { topicsIn } from './markdown/written.ts';
import type { PostPlace } from './standpoint.ts';

interface Words {
  before: string;
  /** Empty when it was deleted. */
  after: string;
  actorId: string;
}

/**
 * A thread has the topics of its posts: after a change some are new, and some no post names any more. Whoever
 * follows one of those is told, and so is who followed one that it lost.
 */
export async function followTopics(
  transaction: RecordingTransaction,
  { id: communityId, threadId, postId, visibility }: PostPlace,
  { before, after, actorId }: Words,
): Promise<void> {
  const now = new Set(topicsIn(after));
  const had = new Set(topicsIn(before));
  const come = await add(
    transaction,
    [...now].filter((topic) => !had.has(topic)),
    { communityId, threadId },
  );
  const left = await drop(
    transaction,
    [...had].filter((topic) => !now.has(topic)),
    { postId, threadId },
  );
  if (come.length + left.length === 0) return;
  const data = { topicsChanged: true, ...leavingTopics(visibility, left) };
  await transaction.record({ type: 'thread.changed', communityId, threadId, actorId, data });
}

/** What an event says of the topics that a thread left: their followers hear of public threads only. */
export const leavingTopics = (
  visibility: PostPlace['visibility'],
  left: string[],
): { leftTopics?: string[] } => (visibility === 'public' && left.length > 0 ? { leftTopics: left } : {});

/** Those that are new to the thread. */
async function add(
  transaction: RecordingTransaction,
  topics: string[],
  { communityId, threadId }: { communityId: string; threadId: string },
): Promise<string[]> {
  if (topics.length === 0) return [];
  const added = await transaction.query<{ topic: string }>(
    `INSERT INTO thread_topics (topic, community_id, thread_id) SELECT unnest($1::text[]), $2, $3
     ON CONFLICT DO NOTHING RETURNING topic`,
    [topics, communityId, threadId],
  );
  return added.map(({ topic }) => topic);
}

/** Those that the thread has no more. */
async function drop(
  transaction: RecordingTransaction,
  topics: string[],
  { postId, threadId }: { postId: string; threadId: string },
): Promise<string[]> {
  if (topics.length === 0) return [];
  const others = await transaction.query<{ body: string }>(
    `SELECT body FROM posts WHERE thread_id = $1 AND id <> $2 AND deleted_at IS NULL AND strpos(body, '#') > 0`,
    [threadId, postId],
  );
  const kept = new Set(others.flatMap(({ body }) => topicsIn(body)));
  const left = topics.filter((topic) => !kept.has(topic));
  await transaction.query('DELETE FROM thread_topics WHERE thread_id = $1 AND topic = ANY ($2)', [
    threadId,
    left,
  ]);
  return left;
}
