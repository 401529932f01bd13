import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Browsers in which somebody has logged in before: guessing elsewhere does not keep them out. */
export class KnownDevices1763900019000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE known_devices (
        user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        token_hash   bytea NOT NULL,
        last_used_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (user_id, token_hash)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE known_devices');
  }
}
