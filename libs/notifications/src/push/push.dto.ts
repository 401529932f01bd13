import { Matches } from 'class-validator';
import { Part, Shown, Text } from '#platform';

const key = (length: RegExp) => Matches(length, { message: 'must be base64url', context: { code: 'wrong' } });

/** As `PushSubscription.toJSON()` of a browser writes it. */
export class PushKeys {
  @Text({ max: 88, about: 'The public key of the browser: 65 bytes.' })
  @key(/^B[\w-]{86}=?$/)
  p256dh: string;

  @Text({ max: 24, about: '16 bytes.' })
  @key(/^[\w-]{22}(?:==)?$/)
  auth: string;
}

export class SubscribeRequest {
  @Text({ max: 2_000, about: 'Where the push service of the browser takes messages: https.' })
  endpoint: string;

  @Part(PushKeys)
  keys: PushKeys;
}

export class PushView {
  @Shown({ about: 'The `applicationServerKey` for subscribing.' })
  publicKey: string;

  @Shown({ about: 'Whether the browser of this session is subscribed.' })
  subscribed: boolean;

  @Shown({ about: 'How many browsers of yours are.' })
  devices: number;
}

export class PushTestView {
  @Shown({ type: ['sent', 'gone', 'refused', 'unreachable'], about: '`gone`: subscribe anew.' })
  result: 'sent' | 'gone' | 'refused' | 'unreachable';
}
