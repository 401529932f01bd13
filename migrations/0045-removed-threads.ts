import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A thread of which nothing is left goes, and so do the bytes of every file that is no more. */
export class RemovedThreads1763900045000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- So that the same request, sent again after its answer was lost, does not bring back what was deleted since.
      CREATE TABLE removed_threads (
        id           uuid PRIMARY KEY,
        author_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        request_hash bytea,
        removed_at   timestamptz(3) NOT NULL DEFAULT now()
      );

      -- Files whose bytes have still to go, whichever way their row went.
      CREATE TABLE dropped_files (id uuid PRIMARY KEY, dropped_at timestamptz(3) NOT NULL DEFAULT now());
      CREATE FUNCTION file_is_dropped() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO dropped_files (id) VALUES (OLD.id) ON CONFLICT DO NOTHING;
          RETURN NULL;
        END $$;
      CREATE TRIGGER file_is_dropped AFTER DELETE ON files FOR EACH ROW EXECUTE FUNCTION file_is_dropped();

      -- What hangs on a thread that is removed is found without reading all of it.
      CREATE INDEX threads_by_best_answer ON threads (best_answer_id) WHERE best_answer_id IS NOT NULL;
      CREATE INDEX thread_marks_by_thread ON thread_marks (thread_id);

      -- What left a topic has to be told to its followers, who cannot find it by the topic any more. Rare events.
      CREATE INDEX events_leaving_topics ON events (seq) WHERE data ? 'leftTopics';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX events_leaving_topics, thread_marks_by_thread, threads_by_best_answer;
      DROP TRIGGER file_is_dropped ON files;
      DROP FUNCTION file_is_dropped;
      DROP TABLE dropped_files, removed_threads;
    `);
  }
}
