import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, ForbiddenAddress, Outbound, type Statement, wrongField } from '#platform';
import type { PushView, SubscribeRequest } from './push.dto.ts';
import { VapidKeys } from './vapid-keys.ts';

/**
 * One browser, one subscription: whoever knows its secret is that browser, and takes it along into a new session,
 * also of somebody else. Whoever does not know it changes nothing. Unique on session_id and on endpoint.
 */
const SUBSCRIBE = {
  name: 'push.subscribe',
  text: `
    INSERT INTO push_subscriptions AS known (session_id, user_id, endpoint, p256dh, auth) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (endpoint) DO UPDATE SET session_id = excluded.session_id, user_id = excluded.user_id
    WHERE known.auth = excluded.auth AND known.p256dh = excluded.p256dh RETURNING id`,
} satisfies Statement;

/** What waited there for somebody else is not for the one who has it now. */
const FORGET_OTHERS = {
  name: 'push.forget-others',
  text: `DELETE FROM push_deliveries AS d USING notifications AS n
    WHERE d.subscription_id = $1 AND n.id = d.notification_id AND n.user_id <> $2`,
} satisfies Statement;

/** Which browsers take push messages for whom. Nobody else sees any of it, so it is no event. */
@Injectable()
export class Subscriptions {
  constructor(
    private readonly database: Database,
    private readonly outbound: Outbound,
    private readonly keys: VapidKeys,
  ) {}

  async mine({ userId, sessionId }: Viewer): Promise<PushView> {
    const [{ publicKey }, [row]] = await Promise.all([
      this.keys.of(),
      this.database.query<{ subscribed: boolean; devices: number }>(
        `SELECT coalesce(bool_or(session_id = $2), false) AS subscribed, count(*)::int AS devices
         FROM push_subscriptions WHERE user_id = $1`,
        [userId, sessionId],
      ),
    ]);
    return { publicKey, ...row! };
  }

  /** @throws Problem invalid-input for an address that Kring would not send to */
  async subscribe(viewer: Viewer, { endpoint, keys }: SubscribeRequest): Promise<PushView> {
    const { userId, sessionId } = viewer;
    const url = this.checked(endpoint);
    const subscribed = await this.database.transaction(async (transaction) => {
      const plain = (key: string) => key.replace(/=+$/, '');
      const values = [sessionId, userId, url.href, plain(keys.p256dh), plain(keys.auth)];
      // What this browser had before it subscribed anew.
      await transaction.query('DELETE FROM push_subscriptions WHERE session_id = $1 AND endpoint <> $2', [
        sessionId,
        url.href,
      ]);
      const [row] = await transaction.run<{ id: string }>(SUBSCRIBE, values);
      if (row) await transaction.run(FORGET_OTHERS, [row.id, userId]);
      return row !== undefined;
    });
    if (!subscribed) throw wrongField('endpoint', 'wrong', 'belongs to another browser');
    return this.mine(viewer);
  }

  async unsubscribe({ sessionId }: Viewer): Promise<void> {
    await this.database.query('DELETE FROM push_subscriptions WHERE session_id = $1', [sessionId]);
  }

  private checked(endpoint: string): URL {
    try {
      return this.outbound.check(endpoint);
    } catch (error) {
      if (error instanceof ForbiddenAddress) throw wrongField('endpoint', 'not-allowed', error.message);
      throw error;
    }
  }
}
