import { Injectable } from '@nestjs/common';
import { Database, Problem } from '#platform';
import { type Device, hashOfDevice } from './device.ts';
import { BEGIN_SESSION, FORGET_ENDED } from './sessions.queries.ts';
import { hashOfToken, newToken } from './tokens.ts';

/** Opens sessions. A log-in changes nothing that others see, so it is no event. */
@Injectable()
export class BeginSession {
  constructor(private readonly database: Database) {}

  /** For somebody who has just got their account. */
  async first(userId: string, passwordHash: string, device: Device): Promise<string> {
    const token = await this.of(userId, passwordHash, device);
    if (!token) throw new Problem('wrong-credentials');
    return token;
  }

  /**
   * `passwordHash` is what the password was checked against.
   * @returns the token, known to nobody else; null when person or password are not any more what they were
   */
  async of(userId: string, passwordHash: string, device: Device): Promise<string | null> {
    const token = newToken();
    const { userAgent, address } = device;
    const values = [userId, passwordHash, hashOfToken(token), userAgent, address, hashOfDevice(device)];
    const [begun] = await this.database.run(BEGIN_SESSION, values);
    if (!begun) return null;
    await this.database.run(FORGET_ENDED, [userId]);
    return token;
  }
}
