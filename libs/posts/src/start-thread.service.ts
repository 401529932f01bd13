import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Viewer } from '#access';
import { CommunityAccess } from '#communities';
import { Problem, type Statement } from '#platform';
import { attachedFiles, attachFiles, mentionsOfIds } from './attached-files.sql.ts';
import { ComposePost } from './compose-post.ts';
import type { ThreadKind, ThreadView } from './dto/thread.view.ts';
import type { StartThreadRequest } from './dto/write-post.dto.ts';
import { postOf } from './post-view.sql.ts';
import { requestHash } from './request-hash.ts';
import { refuseNothing, refuseStart, refuseToAsk } from './rules.ts';
import { dropSentDraft, sentDraftValues } from './sent-draft.sql.ts';
import { memberNow, openPlace } from './still-allowed.sql.ts';
import { threadOf } from './thread-view.sql.ts';
import { ThreadsReader } from './threads.reader.ts';
import { WriteOnce } from './write-once.ts';

/**
 * Everything that starting a thread writes, and its answer, in one round trip. Answers nothing when the id is
 * taken, or they may not start it any more (`refuseStart` says it in words; $14: is an administrator): then nothing
 * was written. $15: asks everybody to confirm.
 */
const START = {
  name: 'posts.start-thread',
  text: `
    WITH member AS (${memberNow('$2', '$3')}
    ), place AS (${openPlace('$2')}
    ), thread AS (
      INSERT INTO threads (id, community_id, author_id, kind, title, is_public, request_hash, acknowledgement_asked_at)
      SELECT $1, place.id, $3, $4, $5, place.visibility = 'public', $6, CASE WHEN $15::boolean THEN now() END
      FROM place, member
      WHERE NOT EXISTS (SELECT FROM removed_threads WHERE removed_threads.id = $1)
        AND ($4 <> 'announcement' OR member.role = 'owner' OR place.kind = 'company' AND $14::boolean)
      ON CONFLICT (id) DO NOTHING RETURNING *
    ), post AS (
      INSERT INTO posts (id, thread_id, community_id, author_id, position, body, html, created_at)
      SELECT $7, thread.id, thread.community_id, thread.author_id, 1, $8, $9, thread.created_at FROM thread
      RETURNING *
    ), attached AS (${attachFiles('$10', '$3')}
    ), named AS (
      INSERT INTO mentions (post_id, user_id) SELECT post.id, unnest($11::uuid[]) FROM post
    ), topics AS (
      INSERT INTO thread_topics (topic, community_id, thread_id)
      SELECT unnest($12::text[]), thread.community_id, thread.id FROM thread
    ), marked AS (
      INSERT INTO thread_marks (user_id, thread_id, read_position, follow)
      SELECT u.id, thread.id, CASE WHEN u.id = $3 THEN 1 ELSE 0 END, 'following'
      FROM thread, (SELECT $3::uuid UNION SELECT unnest($11::uuid[])) AS u (id)
    ), logged AS (
      INSERT INTO outbox (type, community_id, thread_id, post_id, actor_id, data)
      SELECT 'thread.started', thread.community_id, thread.id, $7, $3, $13 FROM thread
    ), ${dropSentDraft({ written: 'thread', user: '$3', place: '$16', version: '$17', body: '$8' })}
    SELECT ${threadOf('t', {
      community: 'place',
      author: 'author',
      post: postOf('p', {
        author: 'author',
        files: attachedFiles,
        mentions: mentionsOfIds('$11'),
        mine: `json_build_object('reactions', '[]'::json)`,
      }),
      latest: `'[]'::json`,
      mine: `json_build_object('readPosition', 1, 'lastPosition', 1, 'unread', 0, 'follow', 'following',
        'bookmarked', false, 'acknowledgement', null)`,
    })} AS view
    FROM thread AS t, place, post AS p, users AS author WHERE author.id = t.author_id`,
} satisfies Statement;

/** Also of what was deleted since. Primary keys. */
const STORED = {
  name: 'posts.stored-thread-wish',
  text: `
    SELECT author_id AS "authorId", request_hash AS hash FROM threads WHERE id = $1
    UNION ALL SELECT author_id, request_hash FROM removed_threads WHERE id = $1`,
} satisfies Statement;

/** Starts a thread with its opening post. */
@Injectable()
export class StartThread {
  constructor(
    private readonly access: CommunityAccess,
    private readonly compose: ComposePost,
    private readonly once: WriteOnce,
    private readonly threads: ThreadsReader,
  ) {}

  async in(viewer: Viewer, communityId: string, request: StartThreadRequest): Promise<ThreadView> {
    const { kind, title = null, body, fileIds = [], asksAcknowledgement = false } = request;
    refuseNothing(body, fileIds);
    if (asksAcknowledgement) refuseToAsk(kind);
    const asks = asksAcknowledgement ? [asksAcknowledgement] : [];
    const hash = requestHash(communityId, kind, title, body, fileIds, ...asks);
    const draft = sentDraftValues(request.draft, `community-${communityId}`);
    const before = async (id: string | undefined, refusal: unknown) =>
      this.threads.one(
        viewer,
        await this.once.doneBefore(viewer, { id, hash, stored: STORED, body, draft }, refusal),
      );
    const place = await this.access.place(viewer, communityId);
    try {
      refuseStart(viewer, place, kind);
    } catch (refusal) {
      return await before(request.id, refusal);
    }
    const id = request.id ?? uuidv7();
    const post = await this.compose.of(viewer, place, body);
    const facts = post.callsEverybody ? { callsEverybody: true } : {};
    const opening = [uuidv7(), body, post.html, fileIds, post.mentionIds, post.topics, facts];
    const wish = [id, communityId, viewer.userId, kind, title, hash];
    const values = [...wish, ...opening, viewer.admin, asksAcknowledgement, ...draft];
    const view = await this.once.write<ThreadView>(START, values, fileIds, (thread) => thread.post);
    return view ?? (await before(id, await this.whyNot(viewer, communityId, kind)));
  }

  /** Nothing was written. If not because the id was taken, then what they may do changed this moment. */
  private async whyNot(viewer: Viewer, communityId: string, kind: ThreadKind): Promise<unknown> {
    try {
      refuseStart(viewer, await this.access.place(viewer, communityId), kind);
    } catch (refusal) {
      return refusal;
    }
    return new Problem('unavailable');
  }
}
