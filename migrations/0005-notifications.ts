import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What concerns one person, grouped while unread ("Sanne and 3 others"). */
export class Notifications1763900005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE notifications (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        kind         text NOT NULL
          CHECK (kind IN ('mention', 'reply', 'reaction', 'invitation', 'request', 'announcement', 'thread')),
        group_key    text NOT NULL,
        community_id uuid REFERENCES communities (id) ON DELETE CASCADE,
        thread_id    uuid REFERENCES threads (id) ON DELETE CASCADE,
        post_id      uuid REFERENCES posts (id) ON DELETE CASCADE,
        emoji        text,
        -- Newest first, each person once.
        actor_ids    uuid[] NOT NULL,
        -- The last log entry that went into it: a consumer that runs twice changes nothing.
        seq          bigint NOT NULL,
        created_at   timestamptz(3) NOT NULL DEFAULT now(),
        updated_at   timestamptz(3) NOT NULL DEFAULT now(),
        read_at      timestamptz(3)
      );
      CREATE UNIQUE INDEX notifications_one_unread_a_group ON notifications (user_id, group_key) WHERE read_at IS NULL;
      CREATE INDEX notifications_by_user ON notifications (user_id, updated_at DESC, id DESC);
      CREATE INDEX notifications_by_community ON notifications (community_id);
      CREATE INDEX notifications_by_thread ON notifications (thread_id);
      CREATE INDEX notifications_by_post ON notifications (post_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE notifications');
  }
}
