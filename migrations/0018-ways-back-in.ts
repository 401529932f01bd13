import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways back in for who forgot the password, why a session ended, and what an invitation knows of a person. */
export class WaysBackIn1763900018000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One a person: a newer link takes the place of the older.
      CREATE TABLE reset_links (
        user_id    uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
        token_hash bytea NOT NULL UNIQUE,
        -- What it was made for; with another password or address it opens nothing any more.
        made_for   bytea NOT NULL,
        made_by    uuid REFERENCES users (id) ON DELETE CASCADE,
        expires_at timestamptz(3) NOT NULL
      );

      -- Only to tell the browser that still holds its token why it is out.
      CREATE TABLE ended_sessions (
        token_hash bytea PRIMARY KEY,
        because    text NOT NULL CHECK (because IN ('ended', 'deactivated')),
        ended_at   timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX ended_sessions_by_time ON ended_sessions (ended_at);

      ALTER TABLE invitations ADD COLUMN name text, ADD COLUMN department text;
      CREATE INDEX users_by_role ON users (role, lower(name), id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX users_by_role;
      ALTER TABLE invitations DROP COLUMN name, DROP COLUMN department;
      DROP TABLE ended_sessions, reset_links;
    `);
  }
}
