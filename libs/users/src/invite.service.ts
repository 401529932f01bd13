import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, notFound, Problem, type RecordingTransaction, Settings, type Sql } from '#platform';
import type { InviteRequest } from './dto/invitation.dto.ts';
import type { NewInvitationView } from './dto/invitation.view.ts';
import { Invitation } from './entities/invitation.entity.ts';
import { User } from './entities/user.entity.ts';
import { OPENED_BY, REVOKE_INVITATIONS } from './invitations.queries.ts';
import { hashOfToken, newToken } from './tokens.ts';

const VALID_MS = 7 * 24 * 60 * 60 * 1000;

/** Asks somebody in. */
@Injectable()
export class Invite {
  constructor(
    private readonly eventLog: EventLog,
    private readonly settings: Settings,
  ) {}

  /**
   * A newer invitation of the same address ends the older ones.
   * @throws Problem email-taken; not-found for a community into which the viewer may not let people
   */
  async create(viewer: Viewer, request: InviteRequest): Promise<NewInvitationView> {
    const { role, email = null, name = null, department = null, communityIds = [] } = request;
    const token = newToken();
    const expiresAt = new Date(Date.now() + VALID_MS);
    const id = await this.eventLog.write(async (transaction) => {
      if (email) await replaceFormer(transaction, email);
      const opened = await openedBy(transaction, viewer.userId, communityIds);
      if (opened.length < communityIds.length) throw notFound();
      const { identifiers } = await transaction.manager.insert(Invitation, {
        ...{ tokenHash: hashOfToken(token), email, name, department, role, communityIds: opened },
        ...{ invitedBy: viewer.userId, expiresAt },
      });
      return identifiers[0]!.id as string;
    });
    // The configured address: what a request says of its host is anybody's word.
    const url = `${this.settings.origin}/invitations/${token}`;
    return { id, url, token, role, email, expiresAt };
  }

  /** @throws Problem not-found for what is no open invitation */
  async revoke(id: string): Promise<void> {
    await this.eventLog.write(async (transaction) => {
      const { affected } = await transaction.manager
        .createQueryBuilder()
        .update(Invitation)
        .set({ revokedAt: () => 'now()' })
        .where('id = :id AND accepted_at IS NULL AND revoked_at IS NULL', { id })
        .execute();
      if (!affected) throw notFound();
    });
  }
}

async function replaceFormer(transaction: RecordingTransaction, email: string): Promise<void> {
  if (await transaction.manager.existsBy(User, { email })) throw new Problem('email-taken');
  await transaction.run(REVOKE_INVITATIONS, [email, null]);
}

/** Asked when inviting and again when accepting: rights may have ended in between. Inviters are no guests. */
export async function openedBy(sql: Sql, inviterId: string, communityIds: string[]): Promise<string[]> {
  if (communityIds.length === 0) return [];
  const rows = await sql.run<{ id: string }>(OPENED_BY, [inviterId, false, communityIds]);
  return rows.map(({ id }) => id);
}
