import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Catching up: until when a reader has, what they put aside, and when a question was decided. */
export class CatchUp1763900010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Until when a reader has caught up, and their last step, so that it can be taken back.
      CREATE TABLE catch_ups (
        user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
        since   timestamptz(3) NOT NULL,
        step_id uuid,
        step    jsonb
      );

      -- What happened in the thread until then, other than posts, was dealt with: a decision has no position.
      ALTER TABLE thread_marks ADD COLUMN settled_at timestamptz(3);
      CREATE INDEX thread_marks_followed ON thread_marks (user_id, thread_id) WHERE follow = 'following';

      -- When the best answer was chosen, and by whom.
      ALTER TABLE threads ADD COLUMN answered_at timestamptz(3), ADD COLUMN answered_by uuid REFERENCES users (id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE threads DROP COLUMN answered_at, DROP COLUMN answered_by;
      ALTER TABLE thread_marks DROP COLUMN settled_at;
      DROP INDEX IF EXISTS thread_marks_followed;
      DROP TABLE catch_ups;
    `);
  }
}
