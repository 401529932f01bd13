import { Injectable } from '@nestjs/common';
import { Database, Problem, type Statement } from '#platform';
import { Attempts } from './attempts.ts';
import { BeginSession } from './begin-session.service.ts';
import type { Device } from './device.ts';
import type { LogInRequest } from './dto/log-in.dto.ts';
import { Passwords } from './passwords.ts';

interface Account {
  id: string;
  passwordHash: string | null;
}

/** Unique index on email. */
const FIND_ACCOUNT = {
  name: 'log-in.account',
  text: `SELECT id, password_hash AS "passwordHash" FROM users WHERE email = $1 AND deactivated_at IS NULL`,
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
  async with(request: LogInRequest, device: Device): Promise<string> {
    const token = await this.attempts.make(request.email, device.address, () => this.once(request, device));
    if (!token) throw new Problem('wrong-credentials');
    return token;
  }

  private async once({ email, password }: LogInRequest, device: Device): Promise<string | null> {
    const [account] = await this.database.run<Account>(FIND_ACCOUNT, [email]);
    const passwordHash = account?.passwordHash ?? null;
    const right = await this.passwords.matches(passwordHash, password);
    if (!account || !passwordHash || !right) return null;
    return this.beginSession.of(account.id, passwordHash, device);
  }
}
