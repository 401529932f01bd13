import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where posts live, and who is in it. */
export class Communities1763900003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE communities (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        kind         text NOT NULL CHECK (kind IN ('project', 'group', 'company', 'person', 'conversation')),
        visibility   text NOT NULL CHECK (visibility IN ('public', 'private', 'secret')),
        name         text NOT NULL,
        handle       citext UNIQUE,
        purpose      text,
        starts_on    date,
        ends_on      date,
        status       text CHECK (status IN ('planned', 'active', 'done')),
        hue          smallint NOT NULL DEFAULT 250 CHECK (hue BETWEEN 0 AND 359),
        picture_id   uuid REFERENCES files (id) ON DELETE SET NULL,
        person_id    uuid UNIQUE REFERENCES users (id),
        member_count int NOT NULL DEFAULT 0,
        created_by   uuid REFERENCES users (id),
        created_at   timestamptz(3) NOT NULL DEFAULT now(),
        archived_at  timestamptz(3),
        version      int NOT NULL DEFAULT 1,
        CHECK ((kind = 'person') = (person_id IS NOT NULL)),
        CHECK (kind <> 'conversation' OR visibility = 'secret'),
        CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on)
      );
      CREATE UNIQUE INDEX communities_one_company ON communities (kind) WHERE kind = 'company';
      CREATE INDEX communities_by_name ON communities (lower(name), id) WHERE kind IN ('project', 'group', 'company');
      CREATE INDEX communities_by_name_part ON communities USING gin (name gin_trgm_ops);
      CREATE INDEX communities_by_picture ON communities (picture_id) WHERE picture_id IS NOT NULL;

      CREATE TABLE memberships (
        community_id uuid NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        role         text NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'moderator', 'owner')),
        level        text NOT NULL DEFAULT 'threads' CHECK (level IN ('all', 'threads', 'mentions', 'none')),
        joined_at    timestamptz(3) NOT NULL DEFAULT now(),
        -- Threads whose last activity is not after this moment count as read.
        read_until   timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (community_id, user_id)
      );
      CREATE INDEX memberships_by_user ON memberships (user_id, community_id);

      CREATE TABLE join_requests (
        community_id uuid NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        created_at   timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (community_id, user_id)
      );

      -- An invitation of somebody who has an account, into one community.
      CREATE TABLE community_invitations (
        community_id uuid NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        invited_by   uuid NOT NULL REFERENCES users (id),
        created_at   timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (community_id, user_id)
      );
      CREATE INDEX community_invitations_by_user ON community_invitations (user_id);

      CREATE TABLE milestones (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        community_id uuid NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        title        text NOT NULL,
        due_on       date,
        done_at      timestamptz(3),
        done_by      uuid REFERENCES users (id),
        created_at   timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX milestones_by_community ON milestones (community_id, due_on, id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE milestones, community_invitations, join_requests, memberships, communities');
  }
}
