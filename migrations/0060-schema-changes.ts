import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an older Kring has to know of changes that are younger than itself: whether it can live with them. */
export class SchemaChanges1763900060000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE schema_changes (
        name         text PRIMARY KEY,
        breaks_older boolean NOT NULL
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE schema_changes');
  }
}
