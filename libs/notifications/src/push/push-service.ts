import { Injectable } from '@nestjs/common';
import webPush from 'web-push';
import { ForbiddenAddress, Outbound } from '#platform';
import { handlingOf, type PushMessage } from './push-message.ts';
import { VapidKeys } from './vapid-keys.ts';

export interface Browser {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/**
 * `gone`: the browser takes no more messages, or never did from this key. `refused`: this message, whatever is
 * tried. `unreachable`: later it may go.
 */
export type Sent =
  | { result: 'sent' | 'gone' | 'refused' }
  | { result: 'unreachable'; waitSeconds: number | null };

/** Encrypts a message for one browser, signs it (RFC 8291, 8292) and hands it to that browser's push service. */
@Injectable()
export class PushService {
  constructor(
    private readonly outbound: Outbound,
    private readonly keys: VapidKeys,
  ) {}

  async send({ endpoint, p256dh, auth }: Browser, message: PushMessage): Promise<Sent> {
    const vapidDetails = await this.keys.of();
    try {
      const { headers, body } = webPush.generateRequestDetails(
        { endpoint, keys: { p256dh, auth } },
        JSON.stringify(message),
        { vapidDetails, ...handlingOf(message) },
      );
      const answer = await this.outbound.post(endpoint, headers as Record<string, string>, body);
      return resultOf(answer.status, answer.retryAfterSeconds);
    } catch (error) {
      const isOurs = error instanceof ForbiddenAddress || isRefusedKey(error);
      return isOurs ? { result: 'gone' } : { result: 'unreachable', waitSeconds: null };
    }
  }
}

/**
 * Only what a push service says of this subscription. 401 and 403 speak of our signature: a wrong clock or a changed
 * key would otherwise unsubscribe everybody.
 */
const GONE = new Set([404, 410]);

function resultOf(status: number, waitSeconds: number | null): Sent {
  if (status >= 200 && status < 300) return { result: 'sent' };
  if (GONE.has(status)) return { result: 'gone' };
  if (status === 429 || status >= 500) return { result: 'unreachable', waitSeconds };
  return { result: 'refused' };
}

/** A public key that is no point on the curve: nothing can be encrypted for it. */
const isRefusedKey = (error: unknown): boolean =>
  (error as { code?: string }).code === 'ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY';
