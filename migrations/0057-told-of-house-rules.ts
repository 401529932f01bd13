import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex, dropIndex } from './online/create-index.ts';

const BEFORE = `'user.joined', 'user.changed', 'user.deactivated', 'user.reactivated', 'organisation.changed',
  'community.created', 'community.changed', 'community.hidden'`;

/**
 * What concerns every employee, house rules too; the replay for sockets repeats the condition. What an older version
 * asks for is part of it.
 */
export class ToldOfHouseRules1763900057000 implements MigrationInterface {
  readonly transaction = false;

  async up(db: QueryRunner): Promise<void> {
    await createIndex(
      db,
      'events_for_all_employees',
      `events (seq) WHERE type IN (${BEFORE}, 'house-rules.changed')`,
    );
    await dropIndex(db, 'events_for_employees');
  }

  async down(db: QueryRunner): Promise<void> {
    await createIndex(db, 'events_for_employees', `events (seq) WHERE type IN (${BEFORE})`);
    await dropIndex(db, 'events_for_all_employees');
  }
}
