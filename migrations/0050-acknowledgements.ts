import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex, dropIndex } from './online/create-index.ts';

/** An announcement can ask everybody to say that they read it. */
export class Acknowledgements1763900050000 implements MigrationInterface {
  readonly transaction = false;

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- When it was asked: those who were members by then are asked, and nobody who comes later.
      ALTER TABLE threads ADD COLUMN IF NOT EXISTS acknowledgement_asked_at timestamptz(3);
      ALTER TABLE drafts ADD COLUMN IF NOT EXISTS asks_acknowledgement boolean NOT NULL DEFAULT false;
      CREATE TABLE IF NOT EXISTS acknowledgements (
        thread_id uuid NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        user_id   uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        at        timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (thread_id, user_id)
      );
      CREATE INDEX IF NOT EXISTS acknowledgements_by_user ON acknowledgements (user_id);
    `);
    await createIndex(
      db,
      'threads_asking',
      'threads (community_id, acknowledgement_asked_at DESC, id DESC) WHERE acknowledgement_asked_at IS NOT NULL',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await dropIndex(db, 'threads_asking');
    await db.query(`
      DROP TABLE acknowledgements;
      ALTER TABLE drafts DROP COLUMN asks_acknowledgement;
      ALTER TABLE threads DROP COLUMN acknowledgement_asked_at;
    `);
  }
}
