import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, notFound, Settings } from '#platform';
import type { ResetLinkView } from './dto/reset-link.dto.ts';
import { resetLinkMade } from './events.ts';
import { MAKE_RESET_LINK } from './reset-links.queries.ts';
import { hashOfToken, newToken } from './tokens.ts';

const VALID_MS = 60 * 60 * 1000;

/** A way back in for somebody who forgot the password. Kring sends no mail, so somebody hands it over. */
@Injectable()
export class MakeResetLink {
  constructor(
    private readonly eventLog: EventLog,
    private readonly settings: Settings,
  ) {}

  /**
   * `viewer` is null for the command line. That it was made, for whom and by whom stands in the event log.
   * @throws Problem not-found for somebody who may not log in anyway
   */
  async for(viewer: Viewer | null, userId: string): Promise<ResetLinkView> {
    const token = newToken();
    const expiresAt = new Date(Date.now() + VALID_MS);
    const madeBy = viewer?.userId ?? null;
    await this.eventLog.write(async (transaction) => {
      const values = [userId, hashOfToken(token), madeBy, expiresAt];
      const [made] = await transaction.run(MAKE_RESET_LINK, values);
      if (!made) throw notFound();
      await transaction.record(resetLinkMade(userId, madeBy ?? userId, { byCommandLine: viewer === null }));
    });
    return { url: `${this.settings.origin}/reset/${token}`, expiresAt };
  }
}
