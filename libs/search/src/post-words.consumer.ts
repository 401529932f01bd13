import { Injectable } from '@nestjs/common';
import type { EventConsumer, LoggedEvent, RecordingTransaction, Statement } from '#platform';
import { TEXT_OF_A_POST } from './search.queries.ts';

/** Of the posts $1, and of the opening posts of the threads $2. Primary keys, unique index of positions. */
const KEEP_WORDS = {
  name: 'search.keep-words',
  text: `
    INSERT INTO post_words (post_id, community_id, words)
    SELECT p.id, p.community_id, ${TEXT_OF_A_POST}
    FROM posts AS p JOIN threads AS t ON t.id = p.thread_id
    WHERE (p.id = ANY ($1) OR p.thread_id = ANY ($2) AND p.position = 1) AND p.deleted_at IS NULL
    FOR KEY SHARE OF p
    ON CONFLICT (post_id) DO UPDATE SET words = excluded.words`,
} satisfies Statement;

/** Keeps the words of every post, a moment after it was written. */
@Injectable()
export class PostWordsConsumer implements EventConsumer {
  readonly name = 'search';
  readonly types = ['thread.started', 'thread.changed', 'post.replied', 'post.edited', 'post.deleted'];

  async consume(events: LoggedEvent[], transaction: RecordingTransaction): Promise<void> {
    const posts = events.flatMap(({ postId }) => postId ?? []);
    const threads = events.flatMap(({ postId, threadId }) => (postId ? [] : (threadId ?? [])));
    await transaction.run(KEEP_WORDS, [posts, threads]);
    const deleted = events.filter(({ type }) => type === 'post.deleted').map(({ postId }) => postId);
    if (deleted.length === 0) return;
    await transaction.query(
      'DELETE FROM post_words USING posts AS p WHERE p.id = post_id AND post_id = ANY ($1) AND p.deleted_at IS NOT NULL',
      [deleted],
    );
  }
}
