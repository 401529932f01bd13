import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The organisation, its people, how they get in, and the files they own. */
export class Users1763900002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE organisations (
        id         uuid PRIMARY KEY DEFAULT uuidv7(),
        only_row   boolean NOT NULL DEFAULT true UNIQUE CHECK (only_row),
        name       text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );

      CREATE TABLE users (
        id             uuid PRIMARY KEY DEFAULT uuidv7(),
        email          citext NOT NULL UNIQUE,
        handle         citext NOT NULL UNIQUE,
        name           text NOT NULL,
        role           text NOT NULL CHECK (role IN ('member', 'guest', 'admin', 'bot')),
        password_hash  text,
        title          text,
        department     text,
        location       text,
        phone          text,
        about          text,
        skills         text[] NOT NULL DEFAULT '{}',
        language       text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'nl')),
        time_zone      text NOT NULL DEFAULT 'Europe/Amsterdam',
        manager_id     uuid REFERENCES users (id) ON DELETE SET NULL,
        portrait_id    uuid,
        deactivated_at timestamptz(3),
        created_at     timestamptz(3) NOT NULL DEFAULT now(),
        version        int NOT NULL DEFAULT 1
      );
      CREATE INDEX users_by_name ON users (lower(name), id);
      CREATE INDEX users_by_name_part ON users USING gin (name gin_trgm_ops);
      CREATE INDEX users_by_words ON users USING gin ((name || ' ' || handle::text || ' ' || email::text || ' ' ||
        coalesce(title, '') || ' ' || coalesce(department, '')) gin_trgm_ops);
      CREATE INDEX users_by_department ON users (lower(department), lower(name), id);
      CREATE INDEX users_by_manager ON users (manager_id);

      CREATE TABLE sessions (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        token_hash   bytea NOT NULL UNIQUE,
        user_agent   text,
        address      text,
        created_at   timestamptz(3) NOT NULL DEFAULT now(),
        last_seen_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at   timestamptz(3) NOT NULL
      );
      CREATE INDEX sessions_by_user ON sessions (user_id);

      CREATE TABLE invitations (
        id            uuid PRIMARY KEY DEFAULT uuidv7(),
        token_hash    bytea NOT NULL UNIQUE,
        email         citext,
        role          text NOT NULL CHECK (role IN ('member', 'guest', 'admin')),
        community_ids uuid[] NOT NULL DEFAULT '{}',
        invited_by    uuid NOT NULL REFERENCES users (id),
        created_at    timestamptz(3) NOT NULL DEFAULT now(),
        expires_at    timestamptz(3) NOT NULL,
        accepted_at   timestamptz(3),
        accepted_by   uuid REFERENCES users (id),
        revoked_at    timestamptz(3)
      );
      CREATE INDEX invitations_by_email ON invitations (email) WHERE accepted_at IS NULL;
      CREATE INDEX invitations_by_inviter ON invitations (invited_by) WHERE accepted_at IS NULL;

      CREATE TABLE files (
        id         uuid PRIMARY KEY DEFAULT uuidv7(),
        owner_id   uuid NOT NULL REFERENCES users (id),
        purpose    text NOT NULL CHECK (purpose IN ('attachment', 'portrait', 'picture')),
        name       text NOT NULL,
        media_type text NOT NULL,
        size       bigint NOT NULL,
        sha256     bytea NOT NULL,
        width      int,
        height     int,
        post_id    uuid,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX files_by_post ON files (post_id) WHERE post_id IS NOT NULL;
      CREATE INDEX files_by_owner ON files (owner_id, id);
      ALTER TABLE users ADD FOREIGN KEY (portrait_id) REFERENCES files (id) ON DELETE SET NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE users DROP CONSTRAINT users_portrait_id_fkey;
      DROP TABLE files, invitations, sessions, users, organisations;
    `);
  }
}
