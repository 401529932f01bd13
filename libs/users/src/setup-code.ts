import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, Settings, type Sql } from '#platform';

const NAME = 'setup-code';

/**
 * The one-time code that proves that whoever sets Kring up can read its terminal or its settings. It is kept in the
 * database until then, so that every process knows the same.
 */
@Injectable()
export class SetupCode {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  /** Null once Kring is set up. */
  async current(): Promise<string | null> {
    const [organisation] = await this.database.query('SELECT FROM organisations');
    return organisation ? null : (this.settings.KRING_SETUP_CODE ?? this.kept());
  }

  /** Takes as long whichever character is wrong. */
  async is(given: string): Promise<boolean> {
    const code = await this.current();
    return code !== null && timingSafeEqual(digest(given), digest(code));
  }

  /** In the transaction that sets Kring up. */
  async forget(transaction: Sql): Promise<void> {
    await transaction.query('DELETE FROM secrets WHERE name = $1', [NAME]);
  }

  private async kept(): Promise<string> {
    const made = randomBytes(16).toString('base64url');
    await this.database.query('INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      NAME,
      made,
    ]);
    const [row] = await this.database.query<{ value: string }>('SELECT value FROM secrets WHERE name = $1', [
      NAME,
    ]);
    return row?.value ?? made;
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
