import { Injectable } from '@nestjs/common';
import { type Role, type Viewer, visiblePerson } from '#access';
import { EventLog, notFound, Problem, type Transaction } from '#platform';
import { isRunByOwners, type MemberRole } from './community.ts';
import type { MemberView } from './dto/members.dto.ts';
import { JoinService } from './join.service.ts';
import { MembersReader } from './members.reader.ts';
import { closeRequest, enter, exit, giveRole } from './roster.ts';
import {
  forbidden,
  lockKnown,
  lockManaged,
  refuseArchived,
  refuseWithoutOtherOwner,
  type Standing,
} from './standing.ts';

/** What those who run a community do about the membership of others. */
@Injectable()
export class AdmitService {
  constructor(
    private readonly eventLog: EventLog,
    private readonly joining: JoinService,
    private readonly members: MembersReader,
  ) {}

  /** Lets somebody in, which also answers their request, or gives a member another role. */
  async admit(viewer: Viewer, communityId: string, userId: string, role: MemberRole): Promise<MemberView> {
    await this.eventLog.write(async (transaction) => {
      const community = await lockManaged(transaction, viewer, communityId);
      refuseArchived(community);
      if (community.kind === 'person') throw forbidden('People follow a stream by themselves.');
      const person = await personSeenBy(transaction, viewer, userId, communityId);
      refuseForGuests(community, person, role);
      if (person.memberRole === role) return;
      if (community.role !== 'owner' && (role !== 'member' || person.memberRole))
        throw forbidden('Only owners give and take the roles of owner and moderator.');
      if (person.memberRole === 'owner') await refuseWithoutOtherOwner(transaction, communityId, userId);
      const entry = { community, userId, role, actorId: viewer.userId };
      if (person.memberRole) await giveRole(transaction, entry);
      else await enter(transaction, entry);
    });
    return this.members.member(communityId, userId);
  }

  /** Puts somebody out. Possible in an archived community too: access can always be taken. */
  async remove(viewer: Viewer, communityId: string, userId: string): Promise<void> {
    if (userId === viewer.userId) return this.joining.leave(viewer, communityId);
    await this.eventLog.write(async (transaction) => {
      const community = await lockManaged(transaction, viewer, communityId);
      if (community.kind === 'company')
        throw new Problem('cannot-leave', { detail: 'Everybody is in the company.' });
      if (!isRunByOwners(community.kind)) throw forbidden('Nobody is put out of a stream.');
      const role = await roleOf(transaction, communityId, userId);
      if (!role) throw notFound();
      if (role !== 'member' && community.role !== 'owner')
        throw forbidden('Only owners remove owners and moderators.');
      if (role === 'owner') await refuseWithoutOtherOwner(transaction, communityId, userId);
      await exit(transaction, communityId, userId, viewer.userId);
    });
  }

  /** Refuses somebody's request, or withdraws one's own. */
  async closeRequest(viewer: Viewer, communityId: string, userId: string): Promise<void> {
    await this.eventLog.write(async (transaction) => {
      if (userId === viewer.userId) await lockKnown(transaction, viewer, communityId);
      else await lockManaged(transaction, viewer, communityId);
      if (!(await closeRequest(transaction, communityId, userId, viewer.userId))) throw notFound();
    });
  }
}

interface PersonSeen {
  role: Role;
  memberRole: MemberRole | null;
}

/** @throws notFound for who does not exist, may not be seen by the viewer, or was deactivated and is no member. */
async function personSeenBy(
  sql: Transaction,
  viewer: Viewer,
  userId: string,
  communityId: string,
): Promise<PersonSeen> {
  const [person] = await sql.query<PersonSeen>(
    `SELECT u.role, m.role AS "memberRole"
     FROM users AS u LEFT JOIN memberships AS m ON m.user_id = u.id AND m.community_id = $4
     WHERE u.id = $3 AND u.deactivated_at IS NULL AND ${visiblePerson('u', '$1::uuid', '$2::boolean')}`,
    [viewer.userId, viewer.guest, userId, communityId],
  );
  if (!person) throw notFound();
  return person;
}

async function roleOf(sql: Transaction, communityId: string, userId: string): Promise<MemberRole | null> {
  const [membership] = await sql.query<{ role: MemberRole }>(
    'SELECT role FROM memberships WHERE community_id = $1 AND user_id = $2',
    [communityId, userId],
  );
  return membership?.role ?? null;
}

function refuseForGuests(community: Standing, person: PersonSeen, role: MemberRole): void {
  if (person.role !== 'guest') return;
  if (community.kind === 'company') throw forbidden('The company is for employees.');
  if (role !== 'member') throw forbidden('A guest cannot run a community.');
}
