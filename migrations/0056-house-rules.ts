import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What everybody agrees to before going on, and who did. */
export class HouseRules1763900056000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE house_rules (
        version      int PRIMARY KEY CHECK (version > 0),
        body         text NOT NULL,
        html         text NOT NULL,
        changes      text,
        published_by uuid REFERENCES users (id) ON DELETE SET NULL,
        published_at timestamptz(3) NOT NULL DEFAULT now(),
        withdrawn_at timestamptz(3)
      );
      CREATE TABLE house_rules_accepted (
        version     int NOT NULL REFERENCES house_rules (version) ON DELETE CASCADE,
        user_id     uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        accepted_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (version, user_id)
      );
      CREATE INDEX house_rules_accepted_by_user ON house_rules_accepted (user_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE house_rules_accepted, house_rules');
  }
}
