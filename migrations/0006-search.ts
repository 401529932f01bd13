import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of posts, filled by a consumer of the log so that posting does not wait for an index. */
export class Search1763900006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- No stemming and no stop words: names, codes and two languages in one text. Accents do not matter.
      CREATE TEXT SEARCH CONFIGURATION kring (COPY = simple);
      ALTER TEXT SEARCH CONFIGURATION kring
        ALTER MAPPING FOR asciiword, word, numword, hword, hword_part, hword_asciipart, hword_numpart, asciihword, numhword
        WITH unaccent, simple;

      CREATE TABLE post_words (
        post_id      uuid PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
        community_id uuid NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
        words        tsvector NOT NULL
      );
      CREATE INDEX post_words_index ON post_words USING gin (words);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE post_words; DROP TEXT SEARCH CONFIGURATION kring');
  }
}
