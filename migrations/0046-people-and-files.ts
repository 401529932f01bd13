import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The directory of people asks for places and skills; a community lists its files. */
export class PeopleAndFiles1763900046000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX users_by_location ON users (lower(location), lower(name), id);
      CREATE FUNCTION lowered(words text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN ARRAY(SELECT lower(word) FROM unnest(words) AS word);
      CREATE INDEX users_by_skill ON users USING gin (lowered(skills));

      -- Copy of the post's community, so that the newest files of one are read from an index.
      ALTER TABLE files ADD COLUMN community_id uuid REFERENCES communities (id) ON DELETE CASCADE;
      UPDATE files SET community_id = posts.community_id FROM posts WHERE posts.id = files.post_id;
      CREATE INDEX files_by_community ON files (community_id, id) WHERE community_id IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE files DROP COLUMN community_id;
      DROP INDEX users_by_skill;
      DROP FUNCTION lowered(text[]);
      DROP INDEX users_by_location;
    `);
  }
}
