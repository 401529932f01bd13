import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether somebody runs a community is asked of its few owners, not of all of its members. */
export class Owners1763900048000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX memberships_owners ON memberships (community_id, user_id) WHERE role = 'owner'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX memberships_owners');
  }
}
