import { Injectable } from '@nestjs/common';
import { mayRead, type Viewer, visiblePerson } from '#access';
import { Database, EventLog, notFound, Problem, type RecordingTransaction } from '#platform';
import type { MembershipView } from './dto/community.view.ts';
import type { ChangeLevels, ChangeMembership, JoinedView } from './dto/members.dto.ts';
import { enter, exit, tellModerators, tellPerson } from './roster.ts';
import { forbidden, lockKnown, lockReadable, refuseArchived, refuseWithoutOtherOwner } from './standing.ts';

/** What somebody does about their own membership. */
@Injectable()
export class JoinService {
  constructor(
    private readonly eventLog: EventLog,
    private readonly database: Database,
  ) {}

  /** Enters what is open or what one was asked into; asks to be let into what is private. */
  join(viewer: Viewer, communityId: string): Promise<JoinedView> {
    return this.eventLog.write(async (transaction): Promise<JoinedView> => {
      const community = await lockKnown(transaction, viewer, communityId);
      if (community.role) return { state: 'member' };
      refuseArchived(community);
      if (community.invited || mayRead(viewer, { ...community, isMember: false })) {
        const { userId } = viewer;
        await enter(transaction, { community, userId, role: 'member', actorId: userId });
        return { state: 'member' };
      }
      await ask(transaction, viewer, communityId);
      return { state: 'requested' };
    });
  }

  async leave(viewer: Viewer, communityId: string): Promise<void> {
    await this.eventLog.write(async (transaction) => {
      const { kind, role } = await lockReadable(transaction, viewer, communityId);
      if (kind === 'company') throw new Problem('cannot-leave', { detail: 'Everybody is in the company.' });
      if (kind === 'person' && role === 'owner')
        throw new Problem('cannot-leave', { detail: 'This is your own stream.' });
      if (role === 'owner') await refuseWithoutOtherOwner(transaction, communityId, viewer.userId);
      await exit(transaction, communityId, viewer.userId, viewer.userId);
    });
  }

  /** Following a colleague is being in their stream. */
  async follow(viewer: Viewer, personId: string): Promise<void> {
    const stream = await this.streamOf(viewer, personId);
    if (viewer.guest) throw forbidden('Guests are let in, they do not follow.');
    if (!stream) throw notFound();
    await this.join(viewer, stream);
  }

  async unfollow(viewer: Viewer, personId: string): Promise<void> {
    const stream = await this.streamOf(viewer, personId);
    if (stream && !viewer.guest) await this.leave(viewer, stream);
  }

  async setLevel(viewer: Viewer, communityId: string, { level }: ChangeMembership): Promise<MembershipView> {
    return this.eventLog.write(async (transaction) => {
      const [mine] = await transaction.query<MembershipView>(
        'UPDATE memberships SET level = $3 WHERE community_id = $1 AND user_id = $2 RETURNING role, level',
        [communityId, viewer.userId, level],
      );
      if (!mine) throw notFound();
      await tellPerson(transaction, communityId, viewer.userId);
      return mine;
    });
  }

  /** Of many at once. What is no membership of mine, or has that level already, is passed over. */
  async setLevels({ userId }: Viewer, { communityIds, level }: ChangeLevels): Promise<void> {
    await this.eventLog.write(async (transaction) => {
      const changed = await transaction.query<{ id: string }>(
        `UPDATE memberships SET level = $3
         WHERE community_id = ANY ($1::uuid[]) AND user_id = $2 AND level <> $3 RETURNING community_id AS id`,
        [communityIds, userId, level],
      );
      for (const { id } of changed) await tellPerson(transaction, id, userId);
    });
  }

  /** Null for a guest, who has no stream. @throws notFound for who may not be seen. */
  private async streamOf(viewer: Viewer, personId: string): Promise<string | null> {
    const [person] = await this.database.query<{ streamId: string | null }>(
      `SELECT c.id AS "streamId" FROM users AS u LEFT JOIN communities AS c ON c.person_id = u.id
       WHERE u.id = $3 AND ${visiblePerson('u', '$1::uuid', '$2::boolean')}`,
      [viewer.userId, viewer.guest, personId],
    );
    if (!person) throw notFound();
    return person.streamId;
  }
}

async function ask(
  transaction: RecordingTransaction,
  { userId }: Viewer,
  communityId: string,
): Promise<void> {
  const made = await transaction.query(
    'INSERT INTO join_requests (community_id, user_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING user_id',
    [communityId, userId],
  );
  if (made.length === 0) return;
  await tellModerators(transaction, 'request.made', communityId, userId, userId);
  await tellPerson(transaction, communityId, userId);
}
