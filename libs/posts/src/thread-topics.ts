import type { Transaction } from '#platform';
import { topicsIn } from './markdown/written.ts';

interface ChangedPost {
  id: string;
  threadId: string;
  communityId: string;
  before: string;
  /** Empty when it was deleted. */
  after: string;
}

/** A thread has the topics of its posts: after a change some are new, and some no post names any more. */
export async function followTopics(
  transaction: Transaction,
  { id, threadId, communityId, before, after }: ChangedPost,
): Promise<void> {
  const now = new Set(topicsIn(after));
  const had = new Set(topicsIn(before));
  const come = [...now].filter((topic) => !had.has(topic));
  const left = [...had].filter((topic) => !now.has(topic));
  if (come.length > 0)
    await transaction.query(
      `INSERT INTO thread_topics (topic, community_id, thread_id) SELECT unnest($1::text[]), $2, $3
       ON CONFLICT DO NOTHING`,
      [come, communityId, threadId],
    );
  if (left.length === 0) return;
  const others = await transaction.query<{ body: string }>(
    `SELECT body FROM posts WHERE thread_id = $1 AND id <> $2 AND deleted_at IS NULL AND strpos(body, '#') > 0`,
    [threadId, id],
  );
  const kept = new Set(others.flatMap(({ body }) => topicsIn(body)));
  await transaction.query('DELETE FROM thread_topics WHERE thread_id = $1 AND topic = ANY ($2)', [
    threadId,
    left.filter((topic) => !kept.has(topic)),
  ]);
}
