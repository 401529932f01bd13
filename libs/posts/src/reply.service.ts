import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Viewer } from '#access';
import { notFound, type Statement, wrongField } from '#platform';
import { attachedFiles, attachFiles, mentionsOfIds } from './attached-files.sql.ts';
import { ComposePost } from './compose-post.ts';
import type { PostView } from './dto/post.view.ts';
import type { ReplyRequest } from './dto/write-post.dto.ts';
import { postOf } from './post-view.sql.ts';
import { PostsReader } from './posts.reader.ts';
import { isIdTaken, requestHash } from './request-hash.ts';
import { refuseNothing, refuseReply } from './rules.ts';
import { dropSentDraft, sentDraftValues } from './sent-draft.sql.ts';
import { Standpoint } from './standpoint.ts';
import { memberNow, openPlace } from './still-allowed.sql.ts';
import { WriteOnce } from './write-once.ts';

/**
 * Everything that a reply writes, and its answer, in one round trip. The row of the thread gives the position and
 * lets replies take turns; created_at is taken from it, so that it never falls with the position. Nothing is
 * counted twice: an id that is stored already stops it at the start, one that is being stored makes the whole
 * statement fail. $5, the post it answers, must stand in the same thread. Whether they may reply is asked again
 * here, in the same words as `refuseReply`: $12 is the community, $13 whether they are a guest.
 */
const REPLY = {
  name: 'posts.reply',
  text: `
    WITH member AS (${memberNow('$12', '$3')}
    ), place AS (${openPlace('$12')}
    ), thread AS (
      UPDATE threads SET last_position = last_position + 1, reply_count = reply_count + 1,
        activity_at = greatest(activity_at, now())
      FROM place
      WHERE threads.id = $2 AND community_id = place.id AND closed_at IS NULL
        AND (EXISTS (SELECT FROM member) OR place.kind = 'person' AND place.visibility = 'public' AND NOT $13::boolean)
        AND NOT EXISTS (SELECT FROM posts WHERE id = $1)
        AND ($5::uuid IS NULL OR EXISTS (SELECT FROM posts WHERE id = $5 AND thread_id = $2))
      RETURNING threads.*
    ), post AS (
      INSERT INTO posts (id, thread_id, community_id, author_id, position, reply_to, body, html, created_at,
        request_hash)
      SELECT $1, thread.id, thread.community_id, $3, thread.last_position, $5, $6, $7, thread.activity_at, $4
      FROM thread
      RETURNING *
    ), attached AS (${attachFiles('$8', '$3')}
    ), named AS (
      INSERT INTO mentions (post_id, user_id) SELECT post.id, unnest($9::uuid[]) FROM post
    ), topics AS (
      INSERT INTO thread_topics (topic, community_id, thread_id)
      SELECT unnest($10::text[]), thread.community_id, thread.id FROM thread
      ON CONFLICT DO NOTHING
    ), marked AS (
      INSERT INTO thread_marks (user_id, thread_id, read_position, follow)
      SELECT u.id, thread.id, CASE WHEN u.id = $3 THEN thread.last_position ELSE 0 END, 'following'
      FROM thread, (SELECT $3::uuid UNION SELECT unnest($9::uuid[]) ORDER BY 1) AS u (id)
      ON CONFLICT (user_id, thread_id) DO UPDATE SET
        read_position = greatest(thread_marks.read_position, excluded.read_position),
        follow = coalesce(thread_marks.follow, excluded.follow)
    ), logged AS (
      INSERT INTO outbox (type, community_id, thread_id, post_id, actor_id, data)
      SELECT 'post.replied', post.community_id, post.thread_id, post.id, post.author_id, $11 FROM post
    ), ${dropSentDraft({ written: 'post', user: '$3', place: '$14', version: '$15', body: '$6' })}
    SELECT ${postOf('p', {
      author: 'author',
      files: attachedFiles,
      mentions: mentionsOfIds('$9'),
      mine: `json_build_object('reactions', '[]'::json)`,
    })} AS view
    FROM post AS p JOIN users AS author ON author.id = p.author_id`,
} satisfies Statement;

/** Primary key. */
const STORED = {
  name: 'posts.stored-reply-wish',
  text: `SELECT author_id AS "authorId", request_hash AS hash FROM posts WHERE id = $1`,
} satisfies Statement;

/** Adds a post to a thread. */
@Injectable()
export class Reply {
  constructor(
    private readonly standpoint: Standpoint,
    private readonly compose: ComposePost,
    private readonly once: WriteOnce,
    private readonly posts: PostsReader,
  ) {}

  async to(viewer: Viewer, threadId: string, request: ReplyRequest): Promise<PostView> {
    const { body, replyTo = null, fileIds = [] } = request;
    refuseNothing(body, fileIds);
    const hash = requestHash(threadId, body, replyTo, fileIds);
    const draft = sentDraftValues(request.draft, `thread-${threadId}`);
    const before = async (id: string | undefined, refusal: unknown) =>
      this.posts.one(
        viewer,
        await this.once.doneBefore(viewer, { id, hash, stored: STORED, body, draft }, refusal),
      );
    const place = await this.standpoint.ofThread(viewer, threadId);
    try {
      refuseReply(place);
    } catch (refusal) {
      return await before(request.id, refusal);
    }
    const id = request.id ?? uuidv7();
    const post = await this.compose.of(viewer, place, body);
    const facts = post.callsEverybody ? { callsEverybody: true } : {};
    const written = [body, post.html, fileIds, post.mentionIds, post.topics, facts];
    const values = [id, threadId, viewer.userId, hash, replyTo, ...written, place.id, viewer.guest, ...draft];
    const view = await this.write(values, fileIds);
    return view ?? (await before(id, await this.whyNot(viewer, threadId, replyTo)));
  }

  private async write(values: unknown[], fileIds: string[]): Promise<PostView | undefined> {
    try {
      return await this.once.write<PostView>(REPLY, values, fileIds, (post) => post);
    } catch (error) {
      if (isIdTaken(error, 'posts_pkey')) return undefined;
      throw error;
    }
  }

  /** Nothing was written, and not because the id was taken. */
  private async whyNot(viewer: Viewer, threadId: string, replyTo: string | null): Promise<unknown> {
    try {
      refuseReply(await this.standpoint.ofThread(viewer, threadId));
    } catch (refusal) {
      return refusal;
    }
    return replyTo ? wrongField('replyTo', 'wrong', 'must be a post of this thread') : notFound();
  }
}
