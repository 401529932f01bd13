import { createECDH } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, Settings } from '#platform';

const SECRET = 'vapid-private-key';

export interface VapidDetails {
  subject: string;
  publicKey: string;
  privateKey: string;
}

/**
 * The key pair that push services know this installation by. Made once and kept in the database, so that every
 * server process signs with the same; browsers are bound to it, so another key means subscribing anew.
 */
@Injectable()
export class VapidKeys {
  private details: Promise<VapidDetails> | null = null;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  of(): Promise<VapidDetails> {
    this.details ??= this.find().catch((error) => {
      this.details = null;
      throw error;
    });
    return this.details;
  }

  private async find(): Promise<VapidDetails> {
    const privateKey = this.settings.VAPID_PRIVATE_KEY ?? (await this.stored());
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(privateKey, 'base64url');
    return { privateKey, publicKey: pair.getPublicKey('base64url'), subject: subjectOf(this.settings) };
  }

  private async stored(): Promise<string> {
    const made = createECDH('prime256v1');
    made.generateKeys();
    // A private key may begin with zeros, which the pair leaves out.
    const value = Buffer.from(made.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url');
    await this.database.query('INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      SECRET,
      value,
    ]);
    const [secret] = await this.database.query<{ value: string }>(
      'SELECT value FROM secrets WHERE name = $1',
      [SECRET],
    );
    return secret!.value;
  }
}

/** Push services want to know whom to write to; a link is enough, but it has to be one. */
function subjectOf({ VAPID_SUBJECT, origin, secure }: Settings): string {
  return VAPID_SUBJECT ?? (secure ? origin : `mailto:kring@${new URL(origin).hostname}`);
}
