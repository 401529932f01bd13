import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The one order of everything that happened: docs/event-log.md. */
export class EventLog1763900001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS citext;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;

      -- Written in the transaction of the change itself; emptied by the sequencer.
      CREATE TABLE outbox (
        id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        type         text NOT NULL,
        community_id uuid,
        thread_id    uuid,
        post_id      uuid,
        user_id      uuid,
        actor_id     uuid,
        data         jsonb NOT NULL DEFAULT '{}',
        at           timestamptz(3) NOT NULL DEFAULT now()
      );

      -- Append-only. It names rows and holds no text of people, so no foreign keys: it outlives what it names.
      CREATE TABLE events (
        seq          bigint PRIMARY KEY,
        type         text NOT NULL,
        community_id uuid,
        thread_id    uuid,
        post_id      uuid,
        user_id      uuid,
        actor_id     uuid,
        data         jsonb NOT NULL DEFAULT '{}',
        at           timestamptz(3) NOT NULL
      );
      CREATE INDEX events_by_community ON events (community_id, seq) WHERE community_id IS NOT NULL;
      CREATE INDEX events_by_user ON events (user_id, seq) WHERE user_id IS NOT NULL;
      -- What concerns every employee; the replay for sockets repeats the condition to the letter.
      CREATE INDEX events_for_employees ON events (seq)
        WHERE type IN ('user.joined', 'user.changed', 'user.deactivated', 'user.reactivated',
          'community.created', 'community.changed', 'community.hidden');
      CREATE INDEX events_by_age ON events USING brin (at);

      -- One row: the last number given, and the oldest still kept.
      CREATE TABLE event_log (
        only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        head       bigint NOT NULL DEFAULT 0,
        floor      bigint NOT NULL DEFAULT 0
      );
      INSERT INTO event_log DEFAULT VALUES;

      CREATE TABLE consumers (
        name text PRIMARY KEY,
        seq  bigint NOT NULL DEFAULT 0
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE consumers, event_log, events, outbox');
  }
}
