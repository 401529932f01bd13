import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A language is a file of the client; the database need not know which there are. */
export class AnyLanguage1763900055000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE users DROP CONSTRAINT users_language_check;
      ALTER TABLE users ADD CONSTRAINT users_language_check
        CHECK (language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$') NOT VALID;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE users SET language = 'en' WHERE language NOT IN ('en', 'nl');
      ALTER TABLE users DROP CONSTRAINT users_language_check;
      ALTER TABLE users ADD CONSTRAINT users_language_check CHECK (language IN ('en', 'nl'));
    `);
  }
}
