import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, type RecordingTransaction } from '#platform';
import { isLastPost, removeThread } from './remove-thread.ts';
import { refuseDelete } from './rules.ts';
import { type PostPlace, Standpoint } from './standpoint.ts';
import { followTopics } from './thread-topics.ts';

/**
 * Empties a post and keeps its place: text, earlier versions, reactions, mentions and files go. The thread loses what
 * it had of it: the count, the best answer, the title, topics, asking to confirm. When no other post is left in it,
 * the thread itself goes.
 */
@Injectable()
export class DeletePost {
  constructor(
    private readonly standpoint: Standpoint,
    private readonly eventLog: EventLog,
  ) {}

  async with(viewer: Viewer, postId: string): Promise<void> {
    const place = await this.standpoint.ofPost(viewer, postId);
    refuseDelete(viewer, place);
    if (place.deletedAt) return;
    await this.eventLog.write(async (transaction) => {
      const held = await this.standpoint.holdThreadOf(viewer, postId, transaction);
      refuseDelete(viewer, held);
      if (await isLastPost(transaction, held)) await removeThread(transaction, held, viewer.userId);
      else await this.empty(transaction, held, viewer.userId);
    });
  }

  private async empty(transaction: RecordingTransaction, place: PostPlace, actorId: string): Promise<void> {
    const { id: communityId, threadId, postId } = place;
    const [before] = await transaction.query<{ body: string }>(
      'SELECT body FROM posts WHERE id = $1 AND deleted_at IS NULL FOR NO KEY UPDATE',
      [postId],
    );
    if (!before) return;
    await transaction.query(
      `UPDATE posts SET body = '', html = '', reactions = '{}', version = version + 1,
         deleted_at = now(), deleted_by = $2
       WHERE id = $1`,
      [postId, actorId],
    );
    for (const table of ['post_edits', 'reactions', 'mentions', 'files'])
      await transaction.query(`DELETE FROM ${table} WHERE post_id = $1`, [postId]);
    await this.takeFromThread(transaction, place);
    await transaction.record({ type: 'post.deleted', communityId, threadId, postId, actorId });
    await followTopics(transaction, place, { before: before.body, after: '', actorId });
  }

  private async takeFromThread(
    transaction: RecordingTransaction,
    { threadId, postId, position }: PostPlace,
  ): Promise<void> {
    if (position === 1)
      await transaction.query(
        `UPDATE threads SET title = NULL, acknowledgement_asked_at = NULL, version = version + 1
         WHERE id = $1 AND (title IS NOT NULL OR acknowledgement_asked_at IS NOT NULL)`,
        [threadId],
      );
    else
      await transaction.query(
        `UPDATE threads SET reply_count = reply_count - 1,
           version = version + CASE WHEN best_answer_id = $2 THEN 1 ELSE 0 END,
           best_answer_id = nullif(best_answer_id, $2)
         WHERE id = $1`,
        [threadId, postId],
      );
  }
}
