import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The organisation's own face: its logo and its accent. */
export class OrganisationBranding1763900016000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE files DROP CONSTRAINT files_purpose_check,
        ADD CONSTRAINT files_purpose_check CHECK (purpose IN ('attachment', 'portrait', 'picture', 'logo'));
      ALTER TABLE organisations
        ADD COLUMN logo_id uuid REFERENCES files (id) ON DELETE SET NULL,
        ADD COLUMN accent  text CHECK (accent ~ '^#[0-9a-f]{6}$'),
        ADD COLUMN version int NOT NULL DEFAULT 1;

      -- What concerns every employee; the replay for sockets repeats the condition to the letter.
      DROP INDEX events_for_employees;
      CREATE INDEX events_for_employees ON events (seq)
        WHERE type IN ('user.joined', 'user.changed', 'user.deactivated', 'user.reactivated',
          'organisation.changed', 'community.created', 'community.changed', 'community.hidden');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX events_for_employees;
      CREATE INDEX events_for_employees ON events (seq)
        WHERE type IN ('user.joined', 'user.changed', 'user.deactivated', 'user.reactivated',
          'community.created', 'community.changed', 'community.hidden');
      ALTER TABLE organisations DROP COLUMN logo_id, DROP COLUMN accent, DROP COLUMN version;
      DELETE FROM files WHERE purpose = 'logo';
      ALTER TABLE files DROP CONSTRAINT files_purpose_check,
        ADD CONSTRAINT files_purpose_check CHECK (purpose IN ('attachment', 'portrait', 'picture'));
    `);
  }
}
