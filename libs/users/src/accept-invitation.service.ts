import { Injectable } from '@nestjs/common';
import type { Role } from '#access';
import { Database, EventLog, notFound, type RecordingTransaction, wrongField } from '#platform';
import { BeginSession } from './begin-session.service.ts';
import { CreateAccount } from './create-account.service.ts';
import type { Device } from './device.ts';
import type { InvitationCard } from './dto/invitation.view.ts';
import type { NewAccount } from './dto/new-account.dto.ts';
import { LOOK_AT_INVITATION, REVOKE_INVITATIONS, USE_INVITATION } from './invitations.queries.ts';
import { openedBy } from './invite.service.ts';
import { Passwords } from './passwords.ts';
import { hashOfToken } from './tokens.ts';

interface Used {
  role: Role;
  communityIds: string[];
  invitedBy: string;
  department: string | null;
}

/** The way in: an invitation becomes one account, once. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly eventLog: EventLog,
    private readonly passwords: Passwords,
    private readonly createAccount: CreateAccount,
    private readonly beginSession: BeginSession,
  ) {}

  /** Looking does not use it up: mail scanners follow links. */
  async lookAt(token: string): Promise<InvitationCard> {
    const [card] = await this.database.run<InvitationCard>(LOOK_AT_INVITATION, [hashOfToken(token)]);
    if (!card) throw notFound();
    return card;
  }

  /**
   * @returns the token of the first session
   * @throws Problem not-found, email-taken; invalid-input for another address than the invited one
   */
  async accept(token: string, account: NewAccount, device: Device): Promise<string> {
    const { email: invited } = await this.lookAt(token);
    if (invited && invited.toLowerCase() !== account.email)
      throw wrongField('email', 'wrong', 'is not the address that was invited');
    const passwordHash = await this.passwords.accept(account.password, account);
    const id = await this.eventLog.write((transaction) =>
      this.within(transaction, token, account, passwordHash),
    );
    return this.beginSession.first(id, passwordHash, device);
  }

  private async within(
    transaction: RecordingTransaction,
    token: string,
    { name, email, language }: NewAccount,
    passwordHash: string,
  ): Promise<string> {
    const [used] = await transaction.run<Used>(USE_INVITATION, [hashOfToken(token)]);
    if (!used) throw notFound();
    const { role, invitedBy, department } = used;
    const communityIds = await openedBy(transaction, invitedBy, used.communityIds);
    const newcomer = { name, email, role, passwordHash, language, department };
    const id = await this.createAccount.within(transaction, newcomer, { communityIds, invitedBy });
    await transaction.query('UPDATE invitations SET accepted_by = $2 WHERE token_hash = $1', [
      hashOfToken(token),
      id,
    ]);
    await transaction.run(REVOKE_INVITATIONS, [email, null]);
    return id;
  }
}
