import { Injectable } from '@nestjs/common';
import { Database, EventLog, notFound } from '#platform';
import { BeginSession } from './begin-session.service.ts';
import { type Device, hashOfDevice } from './device.ts';
import type { ResetCard } from './dto/reset-link.dto.ts';
import { EndSessions } from './end-sessions.service.ts';
import { User } from './entities/user.entity.ts';
import { passwordReset } from './events.ts';
import { Passwords } from './passwords.ts';
import { LOOK_AT_RESET_LINK, USE_RESET_LINK } from './reset-links.queries.ts';
import { FORGET_OTHER_DEVICES } from './sessions.queries.ts';
import { hashOfToken } from './tokens.ts';

/** Whoever holds a link chooses a new password, once; every session there was is over. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly database: Database,
    private readonly eventLog: EventLog,
    private readonly passwords: Passwords,
    private readonly sessions: EndSessions,
    private readonly beginSession: BeginSession,
  ) {}

  /** Looking does not use it up: scanners follow links. */
  async lookAt(token: string): Promise<ResetCard> {
    const [card] = await this.database.run<ResetCard>(LOOK_AT_RESET_LINK, [hashOfToken(token)]);
    if (!card) throw notFound();
    return card;
  }

  /**
   * @returns the token of a session
   * @throws Problem not-found; invalid-input for a password that is too easy
   */
  async with(token: string, password: string, device: Device): Promise<string> {
    const passwordHash = await this.passwords.accept(password, await this.lookAt(token));
    const id = await this.eventLog.write(async (transaction) => {
      const [used] = await transaction.run<{ id: string }>(USE_RESET_LINK, [hashOfToken(token)]);
      if (!used) throw notFound();
      await transaction.manager.update(User, { id: used.id }, { passwordHash });
      await transaction.run(FORGET_OTHER_DEVICES, [used.id, hashOfDevice(device)]);
      await transaction.record(passwordReset(used.id));
      await this.sessions.within(transaction, { userId: used.id, actorId: used.id });
      return used.id;
    });
    this.sessions.forget(id);
    return this.beginSession.first(id, passwordHash, device);
  }
}
