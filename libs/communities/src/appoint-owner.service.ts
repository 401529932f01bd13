import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, notFound, wrongField } from '#platform';
import type { CommunityKind } from './community.ts';
import { enter, giveRole } from './roster.ts';
import { mayOwn, withoutOwner } from './without-owner.queries.ts';

/**
 * An administrator makes somebody owner of a community that nobody runs any more. It does not let the administrator
 * in: whoever is appointed could read it before, unless there is nobody left who could.
 */
@Injectable()
export class AppointOwner {
  constructor(private readonly eventLog: EventLog) {}

  /** @throws Problem not-found when there is no such community, or somebody runs it; invalid-input */
  async appoint({ userId: actorId }: Viewer, communityId: string, userId: string): Promise<void> {
    await this.eventLog.write(async (transaction) => {
      await transaction.query('SELECT FROM communities WHERE id = $1 FOR NO KEY UPDATE', [communityId]);
      const [found] = await transaction.query<{ kind: CommunityKind; mayOwn: boolean; isMember: boolean }>(
        `SELECT c.kind, coalesce((SELECT ${mayOwn('u', 'c', '$3::uuid')} FROM users AS u WHERE u.id = $2), false) AS "mayOwn",
           EXISTS (SELECT FROM memberships AS m WHERE m.community_id = c.id AND m.user_id = $2) AS "isMember"
         FROM communities AS c WHERE c.id = $1 AND ${withoutOwner('c')}`,
        [communityId, userId, actorId],
      );
      if (!found) throw notFound();
      if (!found.mayOwn)
        throw wrongField('userId', 'not-allowed', 'must be a colleague who is in it', { allowed: [] });
      const entry = {
        community: { id: communityId, kind: found.kind },
        userId,
        role: 'owner',
        actorId,
      } as const;
      if (found.isMember) await giveRole(transaction, entry);
      else await enter(transaction, entry);
    });
  }
}
