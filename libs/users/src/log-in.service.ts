import { Injectable } from '@nestjs/common';
import { Database, Problem, type Statement } from '#platform';
import { Attempts } from './attempts.ts';
import { BeginSession } from './begin-session.service.ts';
import { type Device, hashOfDevice } from './device.ts';
import type { LogInRequest } from './dto/log-in.dto.ts';
import { Passwords } from './passwords.ts';

interface Account {
  id: string;
  passwordHash: string | null;
  /** It was logged in from this device before. */
  knownDevice: boolean;
}

/** $2 is the hash of the device's token. Unique index on email, primary key of known_devices. */
const FIND_ACCOUNT = {
  name: 'log-in.account',
  text: `
    SELECT id, password_hash AS "passwordHash", EXISTS (
      SELECT FROM known_devices WHERE user_id = users.id AND token_hash = $2) AS "knownDevice"
    FROM users WHERE email = $1 AND deactivated_at IS NULL`,
} satisfies Statement;

/** Lets in whoever knows the password. All ways of being wrong answer alike, and as late. */
@Injectable()
export class LogIn {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly beginSession: BeginSession,
  ) {}

  /**
   * @returns the token of the new session
   * @throws Problem wrong-credentials, too-many-requests
   */
  with(request: LogInRequest, device: Device): Promise<string> {
    return this.database.onReserve(() => this.try(request, device));
  }

  private async try(request: LogInRequest, device: Device): Promise<string> {
    const { email, password } = request;
    const hash = hashOfDevice(device);
    const [account] = await this.database.run<Account>(FIND_ACCOUNT, [email, hash]);
    const known = account?.knownDevice ? hash.toString('base64') : undefined;
    const token = await this.attempts.make({ account: email, address: device.address, device: known }, () =>
      this.once(account, password, device),
    );
    if (!token) throw new Problem('wrong-credentials');
    return token;
  }

  private async once(account: Account | undefined, password: string, device: Device): Promise<string | null> {
    const passwordHash = account?.passwordHash ?? null;
    const right = await this.passwords.matches(passwordHash, password);
    if (!account || !passwordHash || !right) return null;
    return this.beginSession.of(account.id, passwordHash, device);
  }
}
