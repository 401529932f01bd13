import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, Settings } from '#platform';

/** The one-time code that proves that whoever sets Kring up can read its terminal or its settings. */
@Injectable()
export class SetupCode {
  private readonly code: string;

  constructor(
    settings: Settings,
    private readonly database: Database,
  ) {
    this.code = settings.KRING_SETUP_CODE ?? randomBytes(16).toString('base64url');
  }

  /** Null once Kring is set up. */
  async current(): Promise<string | null> {
    const [organisation] = await this.database.query('SELECT FROM organisations');
    return organisation ? null : this.code;
  }

  /** Takes as long whichever character is wrong. */
  is(given: string): boolean {
    return timingSafeEqual(digest(given), digest(this.code));
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
