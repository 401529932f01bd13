import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, type RecordingTransaction, wrongField } from '#platform';
import { type ComposedPost, ComposePost } from './compose-post.ts';
import type { PostView } from './dto/post.view.ts';
import type { EditPostRequest } from './dto/write-post.dto.ts';
import { PostsReader } from './posts.reader.ts';
import { refuseEdit } from './rules.ts';
import { DROP_SENT_DRAFT, sentDraftValues } from './sent-draft.sql.ts';
import { staleVersion } from './stale-version.ts';
import { Standpoint } from './standpoint.ts';
import { followTopics } from './thread-topics.ts';

/** Changes what a post says, and keeps what it said. */
@Injectable()
export class EditPost {
  constructor(
    private readonly standpoint: Standpoint,
    private readonly compose: ComposePost,
    private readonly eventLog: EventLog,
    private readonly posts: PostsReader,
  ) {}

  /** @throws Problem stale-version when `version` is not the current one */
  async to(viewer: Viewer, postId: string, { body, version, draft }: EditPostRequest): Promise<PostView> {
    const place = await this.standpoint.ofPost(viewer, postId);
    refuseEdit(viewer, place);
    if (version === undefined)
      throw wrongField('version', 'required', 'is required, here or as the If-Match header');
    const post = await this.compose.of(viewer, place, body);
    const isCurrent = await this.eventLog.write(async (transaction) => {
      const isReplaced = await this.replace(transaction, viewer, postId, post, version);
      const sent = [viewer.userId, body, ...sentDraftValues(draft, `edit-${postId}`)];
      if (isReplaced) await transaction.run(DROP_SENT_DRAFT, sent);
      return isReplaced;
    });
    const current = await this.posts.one(viewer, postId);
    if (!isCurrent) throw staleVersion(current);
    return current;
  }

  /** False when it is another version by now, or was deleted meanwhile. */
  private async replace(
    transaction: RecordingTransaction,
    viewer: Viewer,
    id: string,
    post: ComposedPost,
    version: number,
  ): Promise<boolean> {
    // What it is about may change with the post, so the thread is locked; and who could edit a moment ago must
    // still be able to.
    const place = await this.standpoint.holdThreadOf(viewer, id, transaction);
    if (place.deletedAt) return false;
    refuseEdit(viewer, place);
    const { postId, authorId, threadId } = place;
    const [before] = await transaction.query<{ body: string }>(
      'SELECT body FROM posts WHERE id = $1 AND version = $2 AND deleted_at IS NULL FOR NO KEY UPDATE',
      [postId, version],
    );
    if (!before) return false;
    if (before.body === post.body) return true;
    await transaction.query(
      `INSERT INTO post_edits (post_id, version, body, html, edited_by)
       SELECT id, version, body, html, $2 FROM posts WHERE id = $1`,
      [postId, authorId],
    );
    await transaction.query(
      'UPDATE posts SET body = $2, html = $3, version = version + 1, edited_at = now() WHERE id = $1',
      [postId, post.body, post.html],
    );
    const mentioned = await this.mention(transaction, postId, post.mentionIds);
    await transaction.record({
      type: 'post.edited',
      communityId: place.id,
      threadId,
      postId,
      actorId: authorId,
      data: { mentioned, ...(post.callsEverybody && { callsEverybody: true }) },
    });
    await followTopics(transaction, place, { before: before.body, after: post.body, actorId: authorId });
    return true;
  }

  /** Who is mentioned for the first time: only they have to be told. */
  private async mention(transaction: RecordingTransaction, postId: string, ids: string[]): Promise<string[]> {
    await transaction.query('DELETE FROM mentions WHERE post_id = $1 AND user_id <> ALL ($2::uuid[])', [
      postId,
      ids,
    ]);
    const mentioned = await transaction.query<{ id: string }>(
      `INSERT INTO mentions (post_id, user_id) SELECT $1, unnest($2::uuid[])
       ON CONFLICT DO NOTHING RETURNING user_id AS id`,
      [postId, ids],
    );
    return mentioned.map(({ id }) => id);
  }
}
