import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, EventLog, Problem, type Statement, wrongField } from '#platform';
import type { ReactionsView } from './dto/post.view.ts';
import { emojiOf } from './emoji.ts';
import { reactionsOf } from './post-view.sql.ts';
import { refuseReaction } from './rules.ts';
import { Standpoint } from './standpoint.ts';

/** So many different emoji one person may give one post. */
const MOST_EACH = 20;

/**
 * The row and the count go together, under the lock of the post: first come, first counted, whoever else likes
 * it at the same time. `how` changes the row and answers post_id; `by` is what the count changes by.
 */
const react = (name: string, how: string, by: 1 | -1): Statement => ({
  name,
  text: `
    WITH post AS (
      SELECT id FROM posts WHERE id = $1 AND deleted_at IS NULL FOR NO KEY UPDATE
    ), reaction AS (${how}
    ), counted AS (
      UPDATE posts SET reactions = CASE
        WHEN coalesce((reactions ->> $3)::int, 0) + ${by} <= 0 THEN reactions - $3
        ELSE reactions || jsonb_build_object($3::text, coalesce((reactions ->> $3)::int, 0) + ${by}) END
      FROM reaction WHERE posts.id = reaction.post_id
      RETURNING posts.*
    ), logged AS (
      INSERT INTO outbox (type, community_id, thread_id, post_id, actor_id, data)
      SELECT 'post.reacted', community_id, thread_id, id, $2,
        jsonb_build_object('emoji', $3::text, 'added', ${by === 1})
      FROM counted
    )
    SELECT ${reactionsOf('counted')} AS reactions FROM counted`,
});

/** Primary key of reactions. */
const ADD = react(
  'posts.add-reaction',
  `INSERT INTO reactions (post_id, user_id, emoji) SELECT post.id, $2, $3 FROM post
   WHERE (SELECT count(*) FROM reactions WHERE post_id = $1 AND user_id = $2) < ${MOST_EACH}
   ON CONFLICT DO NOTHING RETURNING post_id`,
  1,
);

const TAKE_BACK = react(
  'posts.take-reaction-back',
  `DELETE FROM reactions USING post WHERE post_id = post.id AND user_id = $2 AND emoji = $3 RETURNING post_id`,
  -1,
);

/** Primary keys of posts and reactions. */
const NOW = {
  name: 'posts.reactions-now',
  text: `
    SELECT ${reactionsOf('p')} AS reactions, p.deleted_at IS NOT NULL AS deleted,
      EXISTS (SELECT FROM reactions WHERE post_id = p.id AND user_id = $2 AND emoji = $3) AS given
    FROM posts AS p WHERE p.id = $1`,
} satisfies Statement;

/** Gives an emoji to a post, and takes it back. Doing it again changes nothing. */
@Injectable()
export class React {
  constructor(
    private readonly standpoint: Standpoint,
    private readonly database: Database,
    private readonly eventLog: EventLog,
  ) {}

  async add(viewer: Viewer, postId: string, text: string): Promise<ReactionsView> {
    const { reactions, given } = await this.change(viewer, postId, text, ADD);
    if (!given)
      throw new Problem('too-many-reactions', { detail: `One person gives a post ${MOST_EACH} at most.` });
    return { reactions };
  }

  async takeBack(viewer: Viewer, postId: string, text: string): Promise<ReactionsView> {
    const { reactions } = await this.change(viewer, postId, text, TAKE_BACK);
    return { reactions };
  }

  private async change(
    viewer: Viewer,
    postId: string,
    text: string,
    statement: Statement,
  ): Promise<ReactionsView & { given: boolean }> {
    const place = await this.standpoint.ofPost(viewer, postId);
    const emoji = emojiOf(text);
    if (!emoji) throw wrongField('emoji', 'not-an-emoji', 'must be one emoji');
    refuseReaction(place);
    const values = [postId, viewer.userId, emoji];
    const [changed] = await this.eventLog.writeAtOnce<ReactionsView>(statement, values);
    if (changed) return { ...changed, given: true };
    const [now] = await this.database.run<ReactionsView & { given: boolean; deleted: boolean }>(NOW, values);
    if (!now || now.deleted) throw new Problem('post-deleted');
    return now;
  }
}
