import { Injectable } from '@nestjs/common';
import type { EventConsumer, LoggedEvent, RecordingTransaction } from '#platform';
import { TEXT_OF_A_POST } from './search.queries.ts';

const CHANGES_WORDS = new Set([
  'thread.started',
  'thread.changed',
  'post.replied',
  'post.edited',
  'post.deleted',
]);

/** Keeps the words of every post, a moment after it was written. */
@Injectable()
export class PostWordsConsumer implements EventConsumer {
  readonly name = 'search';

  async consume(events: LoggedEvent[], transaction: RecordingTransaction): Promise<void> {
    const changed = events.filter(({ type }) => CHANGES_WORDS.has(type));
    const posts = changed.flatMap(({ postId }) => postId ?? []);
    const threads = changed.flatMap(({ postId, threadId }) => (postId ? [] : (threadId ?? [])));
    if (changed.length === 0) return;
    await transaction.query(
      `INSERT INTO post_words (post_id, community_id, words)
       SELECT p.id, p.community_id, ${TEXT_OF_A_POST}
       FROM posts AS p JOIN threads AS t ON t.id = p.thread_id
       WHERE (p.id = ANY ($1) OR p.thread_id = ANY ($2) AND p.position = 1) AND p.deleted_at IS NULL
       FOR KEY SHARE OF p
       ON CONFLICT (post_id) DO UPDATE SET words = excluded.words`,
      [posts, threads],
    );
    await transaction.query(
      'DELETE FROM post_words USING posts AS p WHERE p.id = post_id AND post_id = ANY ($1) AND p.deleted_at IS NOT NULL',
      [posts],
    );
  }
}
