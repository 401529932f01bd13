import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, notFound, type RecordingTransaction } from '#platform';
import { isRunByOwners } from './community.ts';
import { enter, tellPerson } from './roster.ts';
import { forbidden, lockKnown, lockManaged, refuseArchived, type Standing } from './standing.ts';
import { refuseUnreachable } from './start-conversation.service.ts';

/** Asks people with an account into a community; each decides for themselves. */
@Injectable()
export class InviteService {
  constructor(private readonly eventLog: EventLog) {}

  /** Whoever is in already is passed over; whoever had asked to join is let in. */
  async invite(viewer: Viewer, communityId: string, userIds: string[]): Promise<void> {
    await this.eventLog.write(async (transaction) => {
      const community = await lockManaged(transaction, viewer, communityId);
      if (!isRunByOwners(community.kind)) throw forbidden('Nobody is invited into this community.');
      refuseArchived(community);
      const people = [...new Set(userIds.map((id) => id.toLowerCase()))];
      await refuseUnreachable(transaction, viewer, people);
      for (const userId of people) await inviteOne(transaction, viewer, community, userId);
    });
  }

  /** One's own: declines it. Another's: takes it back. */
  async withdraw(viewer: Viewer, communityId: string, userId: string): Promise<void> {
    await this.eventLog.write(async (transaction) => {
      if (userId === viewer.userId) await lockKnown(transaction, viewer, communityId);
      else await lockManaged(transaction, viewer, communityId);
      const gone = await transaction.query(
        'DELETE FROM community_invitations WHERE community_id = $1 AND user_id = $2 RETURNING user_id',
        [communityId, userId],
      );
      if (gone.length === 0) throw notFound();
      await tellPerson(transaction, communityId, userId);
    });
  }
}

async function inviteOne(
  transaction: RecordingTransaction,
  viewer: Viewer,
  community: Standing,
  userId: string,
): Promise<void> {
  const [found] = await transaction.query<{ member: boolean; asked: boolean }>(
    `SELECT EXISTS (SELECT FROM memberships WHERE community_id = $1 AND user_id = $2) AS member,
       EXISTS (SELECT FROM join_requests WHERE community_id = $1 AND user_id = $2) AS asked`,
    [community.id, userId],
  );
  if (found!.member) return;
  if (found!.asked) {
    await enter(transaction, { community, userId, role: 'member', actorId: viewer.userId });
    return;
  }
  const made = await transaction.query(
    `INSERT INTO community_invitations (community_id, user_id, invited_by) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING user_id`,
    [community.id, userId, viewer.userId],
  );
  if (made.length === 0) return;
  const { id: communityId } = community;
  await transaction.record({ type: 'invitation.made', communityId, userId, actorId: viewer.userId });
  await tellPerson(transaction, communityId, userId);
}
