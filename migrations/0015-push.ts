import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How somebody wants to be reached, their browsers that take push messages, and what waits to be sent there. */
export class Push1763900015000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE notification_settings (
        user_id      uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
        -- Kinds that are shown in Kring and not pushed.
        push_off     text[] NOT NULL DEFAULT '{reaction}',
        -- Minutes after midnight of the person's own clock; both or neither. Days are ISO: 1 is Monday.
        quiet_from   smallint CHECK (quiet_from BETWEEN 0 AND 1439),
        quiet_until  smallint CHECK (quiet_until BETWEEN 1 AND 1440),
        quiet_days   smallint[] NOT NULL DEFAULT '{1,2,3,4,5,6,7}',
        paused_from  timestamptz(3),
        paused_until timestamptz(3),
        CHECK ((quiet_from IS NULL) = (quiet_until IS NULL)),
        CHECK ((paused_from IS NULL) = (paused_until IS NULL))
      );

      -- What only the server may know. Rows are made once, by whichever process needs one first.
      CREATE TABLE secrets (
        name       text PRIMARY KEY,
        value      text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );

      -- A browser in which somebody is logged in; it ends with the session.
      CREATE TABLE push_subscriptions (
        id            uuid PRIMARY KEY DEFAULT uuidv7(),
        session_id    uuid NOT NULL UNIQUE REFERENCES sessions (id) ON DELETE CASCADE,
        user_id       uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        endpoint      text NOT NULL UNIQUE,
        p256dh        text NOT NULL,
        auth          text NOT NULL,
        created_at    timestamptz(3) NOT NULL DEFAULT now(),
        -- How many were sent since: the cap of an hour.
        counted_from  timestamptz(3) NOT NULL DEFAULT now(),
        counted       int NOT NULL DEFAULT 0
      );
      CREATE INDEX push_subscriptions_by_user ON push_subscriptions (user_id);

      -- Waits to be sent, once a browser and notification; seq is the newest event in it.
      CREATE TABLE push_deliveries (
        subscription_id uuid NOT NULL REFERENCES push_subscriptions (id) ON DELETE CASCADE,
        notification_id uuid NOT NULL REFERENCES notifications (id) ON DELETE CASCADE,
        seq             bigint NOT NULL,
        due_at          timestamptz(3) NOT NULL,
        tries           smallint NOT NULL DEFAULT 0,
        PRIMARY KEY (subscription_id, notification_id)
      );
      CREATE INDEX push_deliveries_by_due ON push_deliveries (due_at);
      CREATE INDEX push_deliveries_by_notification ON push_deliveries (notification_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE push_deliveries, push_subscriptions, secrets, notification_settings');
  }
}
