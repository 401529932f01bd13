import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog } from '#platform';
import { MARK_READ, MARK_UNREAD } from './notifications.queries.ts';

/** I have seen it; on my other devices it is read too. */
@Injectable()
export class MarkRead {
  constructor(private readonly eventLog: EventLog) {}

  /** Ids that are read already, or somebody else's, change nothing. */
  async of({ userId }: Viewer, ids: string[] | undefined): Promise<void> {
    await this.eventLog.writeAtOnce(MARK_READ, [userId, ids ?? null]);
  }

  /** Kept for later. Ids that are unread already, or somebody else's, change nothing. */
  async takeBack({ userId }: Viewer, ids: string[]): Promise<void> {
    await this.eventLog.writeAtOnce(MARK_UNREAD, [userId, ids]);
  }
}
