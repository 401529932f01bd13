import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With how many a conversation began: one that two are left in is not the one that those two have of their own. */
export class ConversationsOfTwo1763900047000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE communities ADD COLUMN began_with smallint;
      -- Of those that are there: when nobody else is known to have been in it.
      UPDATE communities AS c SET began_with = c.member_count
      WHERE c.kind = 'conversation' AND NOT EXISTS (
          SELECT FROM posts AS p WHERE p.community_id = c.id AND NOT EXISTS (
            SELECT FROM memberships AS m WHERE m.community_id = c.id AND m.user_id = p.author_id))
        AND NOT EXISTS (SELECT FROM events AS e WHERE e.community_id = c.id AND e.type = 'membership.ended');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE communities DROP COLUMN began_with');
  }
}
