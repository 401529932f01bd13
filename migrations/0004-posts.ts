import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Threads are narrow and change often; posts are wide and seldom change: docs/architecture.md. */
export class Posts1763900004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE threads (
        id             uuid PRIMARY KEY DEFAULT uuidv7(),
        community_id   uuid NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        author_id      uuid NOT NULL REFERENCES users (id),
        kind           text NOT NULL CHECK (kind IN ('update', 'question', 'announcement')),
        title          text,
        -- Copy of "the community is public", so that the feed of everything reads only what the reader may see.
        is_public      boolean NOT NULL,
        created_at     timestamptz(3) NOT NULL DEFAULT now(),
        activity_at    timestamptz(3) NOT NULL DEFAULT now(),
        reply_count    int NOT NULL DEFAULT 0,
        last_position  int NOT NULL DEFAULT 1,
        pinned_at      timestamptz(3),
        closed_at      timestamptz(3),
        best_answer_id uuid,
        version        int NOT NULL DEFAULT 1,
        -- What the client asked for, so that the same id with another wish is refused.
        request_hash   bytea
      ) WITH (fillfactor = 85);
      CREATE INDEX threads_by_activity ON threads (community_id, activity_at DESC, id DESC);
      CREATE INDEX threads_by_age ON threads (community_id, created_at DESC, id DESC);
      CREATE INDEX public_threads_by_activity ON threads (activity_at DESC, id DESC) WHERE is_public;
      CREATE INDEX public_threads_by_age ON threads (created_at DESC, id DESC) WHERE is_public;
      CREATE INDEX threads_by_author ON threads (author_id, created_at DESC, id DESC);
      -- Open questions are few beside all threads, so a queue of them in every order costs little.
      CREATE INDEX unanswered_by_activity ON threads (community_id, activity_at DESC, id DESC)
        WHERE kind = 'question' AND best_answer_id IS NULL AND closed_at IS NULL;
      CREATE INDEX unanswered_by_age ON threads (community_id, created_at DESC, id DESC)
        WHERE kind = 'question' AND best_answer_id IS NULL AND closed_at IS NULL;
      CREATE INDEX public_unanswered_by_activity ON threads (activity_at DESC, id DESC)
        WHERE is_public AND kind = 'question' AND best_answer_id IS NULL AND closed_at IS NULL;
      CREATE INDEX public_unanswered_by_age ON threads (created_at DESC, id DESC)
        WHERE is_public AND kind = 'question' AND best_answer_id IS NULL AND closed_at IS NULL;
      CREATE INDEX threads_pinned ON threads (community_id, pinned_at DESC) WHERE pinned_at IS NOT NULL;

      CREATE TABLE posts (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        thread_id    uuid NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        community_id uuid NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        author_id    uuid NOT NULL REFERENCES users (id),
        -- 1 is the opening post; replies follow densely.
        position     int NOT NULL,
        reply_to     uuid REFERENCES posts (id),
        body         text NOT NULL,
        html         text NOT NULL,
        reactions    jsonb NOT NULL DEFAULT '{}',
        created_at   timestamptz(3) NOT NULL DEFAULT now(),
        edited_at    timestamptz(3),
        deleted_at   timestamptz(3),
        deleted_by   uuid REFERENCES users (id),
        version      int NOT NULL DEFAULT 1,
        request_hash bytea,
        UNIQUE (thread_id, position)
      );
      CREATE INDEX posts_by_author ON posts (author_id, created_at DESC);
      CREATE INDEX posts_by_reply_to ON posts (reply_to) WHERE reply_to IS NOT NULL;
      ALTER TABLE threads ADD FOREIGN KEY (best_answer_id) REFERENCES posts (id);
      ALTER TABLE files ADD FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE;

      -- What a post said before each edit.
      CREATE TABLE post_edits (
        post_id   uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
        version   int NOT NULL,
        body      text NOT NULL,
        html      text NOT NULL,
        edited_by uuid NOT NULL REFERENCES users (id),
        edited_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (post_id, version)
      );

      CREATE TABLE reactions (
        post_id    uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
        user_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        emoji      text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (post_id, user_id, emoji)
      );

      CREATE TABLE mentions (
        post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        PRIMARY KEY (post_id, user_id)
      );
      CREATE INDEX mentions_by_user ON mentions (user_id);

      CREATE TABLE thread_topics (
        -- Plain byte order, so that the beginning of a word is a range of the key.
        topic        text COLLATE "C" NOT NULL,
        community_id uuid NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        thread_id    uuid NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        PRIMARY KEY (topic, community_id, thread_id)
      );
      CREATE INDEX thread_topics_by_thread ON thread_topics (thread_id);

      CREATE TABLE topic_follows (
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        topic   text COLLATE "C" NOT NULL,
        PRIMARY KEY (user_id, topic)
      );

      -- What one reader did with one thread: how far they read, whether they follow it, keep it.
      CREATE TABLE thread_marks (
        user_id       uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        thread_id     uuid NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        read_position int NOT NULL DEFAULT 0,
        follow        text CHECK (follow IN ('following', 'muted')),
        bookmarked_at timestamptz(3),
        PRIMARY KEY (user_id, thread_id)
      );
      CREATE INDEX thread_marks_followers ON thread_marks (thread_id) WHERE follow = 'following';
      CREATE INDEX thread_marks_bookmarks ON thread_marks (user_id, bookmarked_at DESC, thread_id DESC)
        WHERE bookmarked_at IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE files DROP CONSTRAINT files_post_id_fkey;
      ALTER TABLE threads DROP CONSTRAINT threads_best_answer_id_fkey;
      DROP TABLE thread_marks, topic_follows, thread_topics, mentions, reactions, post_edits, posts, threads;
    `);
  }
}
