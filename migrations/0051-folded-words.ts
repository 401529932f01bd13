import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex, dropIndex } from './online/create-index.ts';
import { inBatches } from './online/in-batches.ts';

const A_PART = 2_000;

/**
 * People and communities are found without regard to accents, and by one or two letters. What is searched stands in
 * `words`, folded: the names, each word after a space, then ` | `, then the rest.
 */
export class FoldedWords1763900051000 implements MigrationInterface {
  readonly transaction = false;

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Postgres calls unaccent stable only because its rules could be changed; nobody changes them here.
      CREATE OR REPLACE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN btrim(regexp_replace(lower(unaccent('unaccent'::regdictionary, words)), '[^[:alnum:]]+', ' ', 'g'));

      -- What LIKE has to look for: in names, and anywhere. Less than three letters are looked for where a word of a
      -- name begins; in the middle of words they are everywhere. Nothing that was typed is syntax, and nothing but
      -- punctuation is found nowhere.
      CREATE OR REPLACE FUNCTION sought_name(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN CASE WHEN length(folded(word)) < 3 THEN '% ' ELSE '%' END || nullif(folded(word), '') || '%|%';
      CREATE OR REPLACE FUNCTION sought(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN CASE WHEN length(folded(word)) < 3 THEN sought_name(word) ELSE '%' || folded(word) || '%' END;

      ALTER TABLE users ADD COLUMN IF NOT EXISTS words text;
      CREATE OR REPLACE FUNCTION fold_user() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          -- Of the address only what stands before the @: the rest is the same for everybody.
          NEW.words := concat(' ', folded(NEW.name), ' ', folded(NEW.handle::text), ' ',
            folded(split_part(NEW.email::text, '@', 1)), ' | ', concat_ws(' ', folded(NEW.title),
            folded(NEW.department), folded(NEW.location), folded(array_to_string(NEW.skills, ' '))));
          RETURN NEW;
        END $$;
      CREATE OR REPLACE TRIGGER fold_user
        BEFORE INSERT OR UPDATE OF name, handle, email, title, department, location, skills ON users
        FOR EACH ROW EXECUTE FUNCTION fold_user();
      -- Also where rows are written without looking keys up.
      ALTER TABLE users ENABLE ALWAYS TRIGGER fold_user;

      ALTER TABLE communities ADD COLUMN IF NOT EXISTS words text;
      CREATE OR REPLACE FUNCTION fold_community() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.words := concat(' ', folded(NEW.name), ' ', folded(NEW.handle::text), ' | ', folded(NEW.purpose));
          RETURN NEW;
        END $$;
      CREATE OR REPLACE TRIGGER fold_community BEFORE INSERT OR UPDATE OF name, handle, purpose ON communities
        FOR EACH ROW EXECUTE FUNCTION fold_community();
      ALTER TABLE communities ENABLE ALWAYS TRIGGER fold_community;
    `);
    await foldAll(db, 'users');
    await foldAll(db, 'communities');
    await createIndex(db, 'users_by_folded_words', 'users USING gin (words gin_trgm_ops)');
    await createIndex(
      db,
      'communities_by_folded_words',
      `communities USING gin (words gin_trgm_ops) WHERE kind IN ('project', 'group', 'company')`,
    );
    await dropIndex(db, 'users_by_words');
    await dropIndex(db, 'users_by_name_part');
    await dropIndex(db, 'communities_by_name_part');
    await db.query('ANALYZE users (words), communities (words)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER fold_user ON users;
      DROP TRIGGER fold_community ON communities;
      ALTER TABLE users DROP COLUMN words;
      ALTER TABLE communities DROP COLUMN words;
      DROP FUNCTION fold_user, fold_community, sought, sought_name, folded;
      CREATE INDEX users_by_name_part ON users USING gin (name gin_trgm_ops);
      CREATE INDEX users_by_words ON users USING gin ((name || ' ' || handle::text || ' ' || email::text || ' ' ||
        coalesce(title, '') || ' ' || coalesce(department, '')) gin_trgm_ops);
      CREATE INDEX communities_by_name_part ON communities USING gin (name gin_trgm_ops);
    `);
  }
}

/** The trigger does the work. */
const foldAll = (db: QueryRunner, table: 'users' | 'communities'): Promise<void> =>
  inBatches(
    db,
    `UPDATE ${table} SET name = name WHERE id IN (SELECT id FROM ${table} WHERE words IS NULL LIMIT ${A_PART})`,
  );
