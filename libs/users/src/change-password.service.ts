import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, EventLog, notFound, wrongField } from '#platform';
import { Attempts } from './attempts.ts';
import { type Device, hashOfDevice } from './device.ts';
import type { ChangePasswordRequest } from './dto/change-password.dto.ts';
import { EndSessions } from './end-sessions.service.ts';
import { User } from './entities/user.entity.ts';
import { Passwords } from './passwords.ts';
import { FORGET_OTHER_DEVICES } from './sessions.queries.ts';

/** A new password; whoever may have had the old one is out. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly eventLog: EventLog,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly sessions: EndSessions,
  ) {}

  /** @throws Problem invalid-input; too-many-requests after too many wrong tries */
  async change(viewer: Viewer, request: ChangePasswordRequest, device: Device): Promise<void> {
    const { userId, sessionId } = viewer;
    const { address } = device;
    const user = await this.database.dataSource.manager.findOneBy(User, { id: userId });
    if (!user) throw notFound();
    const known = await this.attempts.make(
      { account: 'current password', address, device: userId },
      async () => ((await this.passwords.matches(user.passwordHash, request.current)) ? true : null),
    );
    if (!known) throw wrongField('current', 'wrong', 'is not your password');
    const passwordHash = await this.passwords.accept(request.password, user);
    await this.eventLog.write(async (transaction) => {
      await transaction.manager.update(User, { id: userId }, { passwordHash });
      await transaction.run(FORGET_OTHER_DEVICES, [userId, hashOfDevice(device)]);
      await this.sessions.within(transaction, { userId, actorId: userId, except: sessionId });
    });
    this.sessions.forget(userId);
  }
}
