import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What cleaning looks for is found without reading what is in use; and what deleted posts left is found once. */
export class Cleaning1763900049000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX files_loose ON files (created_at) WHERE post_id IS NULL;
      CREATE INDEX sessions_by_end ON sessions (expires_at);
      DELETE FROM files USING posts WHERE posts.id = files.post_id AND posts.deleted_at IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX sessions_by_end, files_loose');
  }
}
