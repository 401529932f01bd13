import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, Problem, type Statement, wrongField } from '#platform';
import type { ReactionsView } from './dto/post.view.ts';
import { emojiOf } from './emoji.ts';
import { reactionsOf } from './post-view.sql.ts';
import { refuseReaction } from './rules.ts';
import { Standpoint } from './standpoint.ts';

/** So many different emoji one person may give one post. */
const MOST_EACH = 20;

/**
 * The row and the count go together. The post is locked before (`Standpoint.holdPost`), by a statement of its own:
 * one that waited for a lock still counts what was there when it began. `how` changes the row and answers post_id;
 * `by` is what the count changes by.
 */
const react = (name: string, how: string, by: 1 | -1): Statement => ({
  name,
  text: `
    WITH reaction AS (${how}
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
  `INSERT INTO reactions (post_id, user_id, emoji) SELECT $1, $2, $3
   WHERE (SELECT count(*) FROM reactions WHERE post_id = $1 AND user_id = $2) < ${MOST_EACH}
   ON CONFLICT DO NOTHING RETURNING post_id`,
  1,
);

const TAKE_BACK = react(
  'posts.take-reaction-back',
  `DELETE FROM reactions WHERE post_id = $1 AND user_id = $2 AND emoji = $3 RETURNING post_id`,
  -1,
);

/** Primary keys of posts and reactions. */
const NOW = {
  name: 'posts.reactions-now',
  text: `
    SELECT ${reactionsOf('p')} AS reactions,
      EXISTS (SELECT FROM reactions WHERE post_id = p.id AND user_id = $2 AND emoji = $3) AS given
    FROM posts AS p WHERE p.id = $1`,
} satisfies Statement;

/** Gives an emoji to a post, and takes it back. Doing it again changes nothing. */
@Injectable()
export class React {
  constructor(
    private readonly standpoint: Standpoint,
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
    const emoji = emojiOf(text);
    // Whoever may not read it is told nothing about what they sent.
    if (!emoji) await this.standpoint.ofPost(viewer, postId);
    if (!emoji) throw wrongField('emoji', 'not-an-emoji', 'must be one emoji');
    const values = [postId, viewer.userId, emoji];
    return this.eventLog.write(async (transaction) => {
      refuseReaction(await this.standpoint.holdPost(viewer, postId, transaction));
      const [changed] = await transaction.run<ReactionsView>(statement, values);
      if (changed) return { ...changed, given: true };
      const [now] = await transaction.run<ReactionsView & { given: boolean }>(NOW, values);
      return now!;
    });
  }
}
