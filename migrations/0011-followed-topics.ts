import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Followed topics come into the home feed: a topic's public threads in the order of a feed, without reading all of
 * them. The copies are kept by the database, as every way of writing a thread has to keep them.
 */
export class FollowedTopics1763900011000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE thread_topics
        ADD is_public   boolean NOT NULL DEFAULT false,
        ADD created_at  timestamptz(3) NOT NULL DEFAULT '-infinity',
        ADD activity_at timestamptz(3) NOT NULL DEFAULT '-infinity';

      -- FOR SHARE: a reply that moves the thread meanwhile would not see the row that is being added.
      CREATE FUNCTION topic_copies_its_thread() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE thread record;
        BEGIN
          SELECT is_public, created_at, activity_at INTO thread FROM threads WHERE id = NEW.thread_id FOR SHARE;
          IF FOUND THEN
            NEW.is_public := thread.is_public;
            NEW.created_at := thread.created_at;
            NEW.activity_at := thread.activity_at;
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER topic_copies_its_thread BEFORE INSERT ON thread_topics
        FOR EACH ROW EXECUTE FUNCTION topic_copies_its_thread();

      CREATE FUNCTION thread_moves_its_topics() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE thread_topics SET is_public = NEW.is_public, activity_at = NEW.activity_at
          WHERE thread_id = NEW.id;
          RETURN NULL;
        END $$;
      CREATE TRIGGER thread_moves_its_topics AFTER UPDATE OF activity_at, is_public ON threads FOR EACH ROW
        WHEN (OLD.activity_at <> NEW.activity_at OR OLD.is_public <> NEW.is_public)
        EXECUTE FUNCTION thread_moves_its_topics();

      UPDATE thread_topics AS tt SET is_public = t.is_public, created_at = t.created_at, activity_at = t.activity_at
      FROM threads AS t WHERE t.id = tt.thread_id;
      CREATE INDEX public_topics_by_activity ON thread_topics (topic, activity_at DESC, thread_id DESC) WHERE is_public;
      CREATE INDEX public_topics_by_age ON thread_topics (topic, created_at DESC, thread_id DESC) WHERE is_public;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER thread_moves_its_topics ON threads;
      DROP TRIGGER topic_copies_its_thread ON thread_topics;
      DROP FUNCTION thread_moves_its_topics, topic_copies_its_thread;
      ALTER TABLE thread_topics DROP is_public, DROP created_at, DROP activity_at;
    `);
  }
}
