import { Injectable, Optional } from '@nestjs/common';
import type { Role, Viewer } from '#access';
import { EventLog, notFound, wrongField } from '#platform';
import { keepAnotherAdmin } from './admins.ts';
import type { UserView } from './dto/user.view.ts';
import { EndSessions } from './end-sessions.service.ts';
import { User } from './entities/user.entity.ts';
import { userChanged } from './events.ts';
import { REVOKE_INVITATIONS } from './invitations.queries.ts';
import { Newcomers } from './newcomers.ts';
import { UsersReader } from './users.reader.ts';

/** From which role to which. An employee does not become a guest, and a bot stays one. */
export const ROLE_CHANGES: Record<Role, readonly Role[]> = {
  member: ['member', 'admin'],
  admin: ['admin', 'member'],
  guest: ['guest', 'member'],
  bot: [],
};

/** Administrators say who else is one, and when a guest has become a colleague. */
@Injectable()
export class ChangeRole {
  constructor(
    private readonly eventLog: EventLog,
    private readonly users: UsersReader,
    private readonly sessions: EndSessions,
    @Optional() private readonly newcomers?: Newcomers,
  ) {}

  /** @throws Problem last-admin; invalid-input with what is allowed for this person */
  async change(viewer: Viewer, id: string, role: Role): Promise<UserView> {
    await this.eventLog.write(async (transaction) => {
      if (role !== 'admin') await keepAnotherAdmin(transaction, id);
      const user = await transaction.manager.findOne(User, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!user) throw notFound();
      const allowed = ROLE_CHANGES[user.role];
      if (!allowed.includes(role))
        throw wrongField('role', 'not-allowed', 'is not possible here', { allowed });
      if (user.role === role) return;
      await transaction.manager.update(User, { id }, { role, version: user.version + 1 });
      await transaction.record(userChanged(id, viewer.userId, { role }));
      if (user.role === 'guest')
        await this.newcomers?.welcome(transaction, { id, name: user.name, role }, []);
      if (user.role === 'admin') await transaction.run(REVOKE_INVITATIONS, [null, id]);
    });
    this.sessions.forget(id);
    return this.users.one(viewer, id);
  }
}
