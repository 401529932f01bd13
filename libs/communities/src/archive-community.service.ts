import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog } from '#platform';
import { announce } from './announce.ts';
import { CommunitiesReader } from './communities.reader.ts';
import { isRunByOwners } from './community.ts';
import type { CommunityView } from './dto/community.view.ts';
import { forbidden, lockKnown, lockReadable } from './standing.ts';

/**
 * Puts a community away, still to be read, and takes it out again. Both are an owner's; and an administrator's, who
 * clears up what nobody uses: of each community that they may know of, which lets them read nothing.
 */
@Injectable()
export class ArchiveCommunityService {
  constructor(
    private readonly eventLog: EventLog,
    private readonly communities: CommunitiesReader,
  ) {}

  async archive(viewer: Viewer, id: string): Promise<void> {
    await this.set(viewer, id, 'archived');
  }

  async restore(viewer: Viewer, id: string): Promise<CommunityView> {
    await this.set(viewer, id, 'open');
    return this.communities.one(viewer, id);
  }

  private async set(viewer: Viewer, id: string, state: 'archived' | 'open'): Promise<void> {
    await this.eventLog.write(async (transaction) => {
      const community = await (viewer.admin ? lockKnown : lockReadable)(transaction, viewer, id);
      if (!isRunByOwners(community.kind)) throw forbidden('This community cannot be archived.');
      if (community.role !== 'owner' && !viewer.admin) throw forbidden('Only owners may do this.');
      if ((community.archivedAt !== null) === (state === 'archived')) return;
      // Stronger than the lock so far: whoever is writing under FOR KEY SHARE finishes first or is refused.
      await transaction.query('SELECT FROM communities WHERE id = $1 FOR UPDATE', [id]);
      await transaction.query(
        `UPDATE communities SET archived_at = CASE WHEN $2 THEN now() END, version = version + 1 WHERE id = $1`,
        [id, state === 'archived'],
      );
      await announce(transaction, 'community.changed', community, viewer.userId);
    });
  }
}
