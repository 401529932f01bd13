import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done to keep the installation sound, so that whoever looks after it need not be where it was done. */
export class Upkeep1763900065000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE backups (
        id        uuid PRIMARY KEY DEFAULT uuidv7(),
        made_at   timestamptz(3) NOT NULL DEFAULT now(),
        -- As the process that made it names it: its disk may not be that of who reads this.
        path      text NOT NULL,
        bytes     bigint NOT NULL,
        encrypted boolean NOT NULL
      );
      CREATE INDEX backups_by_time ON backups (made_at DESC);

      -- What is done now and then, by whichever process comes first.
      CREATE TABLE upkeep (
        task     text PRIMARY KEY,
        began_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3)
      );

      -- It was added for new rows only; all that are there keep it as well.
      ALTER TABLE users VALIDATE CONSTRAINT users_language_check;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE upkeep, backups');
  }
}
