import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Being let in, and being added, are told too. */
export class ToldOfMemberships1763900046000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.allow(db, `${BEFORE}, 'admitted', 'added'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM notifications WHERE kind IN ('admitted', 'added')`);
    await this.allow(db, BEFORE);
  }

  private async allow(db: QueryRunner, kinds: string): Promise<void> {
    await db.query(`
      ALTER TABLE notifications DROP CONSTRAINT notifications_kind_check,
        ADD CONSTRAINT notifications_kind_check CHECK (kind IN (${kinds})) NOT VALID;
      ALTER TABLE notifications VALIDATE CONSTRAINT notifications_kind_check;
    `);
  }
}

const BEFORE = `'mention', 'reply', 'reaction', 'invitation', 'request', 'announcement', 'thread'`;
