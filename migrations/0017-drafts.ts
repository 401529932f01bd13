import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people began to write, one for each of their places. */
export class Drafts1763900017000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Over all drafts, so that a version that somebody knew never comes back with another text.
      CREATE SEQUENCE draft_versions;

      CREATE TABLE drafts (
        user_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        place      text NOT NULL CHECK (place ~ '^(community|thread|edit)-[0-9a-f-]{36}$'),
        body       text NOT NULL,
        title      text NOT NULL,
        kind       text NOT NULL,
        reply_to   uuid,
        file_ids   uuid[] NOT NULL,
        version    bigint NOT NULL DEFAULT nextval('draft_versions'),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (user_id, place)
      );
      CREATE INDEX drafts_by_user ON drafts (user_id, updated_at DESC, place);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE drafts; DROP SEQUENCE draft_versions');
  }
}
