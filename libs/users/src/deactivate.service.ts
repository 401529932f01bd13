import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, type RecordingTransaction } from '#platform';
import { keepAnotherAdmin } from './admins.ts';
import type { DeactivatedView } from './dto/deactivated.view.ts';
import type { UserView } from './dto/user.view.ts';
import { EndSessions } from './end-sessions.service.ts';
import { userDeactivated, userReactivated } from './events.ts';
import { REVOKE_INVITATIONS } from './invitations.queries.ts';
import { leftWithoutOwner } from './left-without-owner.ts';
import { UsersReader } from './users.reader.ts';

/** Somebody leaves: what they wrote stays, they are out at once, everywhere. And comes back. */
@Injectable()
export class Deactivate {
  constructor(
    private readonly eventLog: EventLog,
    private readonly users: UsersReader,
    private readonly sessions: EndSessions,
  ) {}

  /** @throws Problem last-admin */
  async leave(viewer: Viewer, id: string): Promise<DeactivatedView> {
    const actorId = viewer.userId;
    const { email } = await this.users.one(viewer, id);
    const withoutOwner = await this.eventLog.write(async (transaction) => {
      await keepAnotherAdmin(transaction, id);
      const left = await leftWithoutOwner(transaction, id);
      if (!(await setDeactivated(transaction, id, 'now()'))) return left;
      await transaction.record(userDeactivated(id, actorId));
      await this.sessions.within(transaction, { userId: id, actorId, because: 'deactivated' });
      await transaction.run(REVOKE_INVITATIONS, [email, id]);
      return left;
    });
    this.sessions.forget(id);
    return { ...(await this.users.one(viewer, id)), withoutOwner };
  }

  async comeBack(viewer: Viewer, id: string): Promise<UserView> {
    await this.users.one(viewer, id);
    await this.eventLog.write(async (transaction) => {
      if (await setDeactivated(transaction, id, 'NULL'))
        await transaction.record(userReactivated(id, viewer.userId));
    });
    return this.users.one(viewer, id);
  }
}

/** False when it was so already. */
async function setDeactivated(
  transaction: RecordingTransaction,
  id: string,
  at: 'now()' | 'NULL',
): Promise<boolean> {
  const changed = await transaction.query(
    `UPDATE users SET deactivated_at = ${at}, version = version + 1
     WHERE id = $1 AND (deactivated_at IS NULL) = (${at} IS NOT NULL) RETURNING id`,
    [id],
  );
  return changed.length > 0;
}
