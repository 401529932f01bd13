import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '#access';
import { Database, type RecordingTransaction } from '#platform';
import { Newcomers } from '#users';
import { type CommunityKind, hueOf } from './community.ts';
import { claimCommunityHandle } from './handles.ts';
import { enter } from './roster.ts';

interface Newcomer {
  id: string;
  name: string;
  role: Role;
}

/** Gives everybody with an account their place; called again when a guest has become a colleague. */
@Injectable()
export class NewcomersWelcome extends Newcomers {
  constructor(private readonly database: Database) {
    super();
  }

  override async welcome(
    transaction: RecordingTransaction,
    newcomer: Newcomer,
    communityIds: string[],
  ): Promise<void> {
    if (newcomer.role !== 'guest') {
      await this.joinCompany(transaction, newcomer);
      await this.openOwnStream(transaction, newcomer);
    }
    await this.joinInvitedTo(transaction, newcomer, communityIds);
  }

  override async companyCommunityId(): Promise<string | null> {
    const [company] = await this.database.run<{ id: string }>({
      name: 'communities.company',
      text: `SELECT id FROM communities WHERE kind = 'company'`,
    });
    return company?.id ?? null;
  }

  private async joinCompany(transaction: RecordingTransaction, { id }: Newcomer): Promise<void> {
    const companyId = await this.companyOf(transaction);
    // The lock makes two first ones take turns: one of them becomes the owner.
    const [company] = await transaction.query<{ memberCount: number }>(
      'SELECT member_count AS "memberCount" FROM communities WHERE id = $1 FOR NO KEY UPDATE',
      [companyId],
    );
    await enter(transaction, {
      community: { id: companyId, kind: 'company' },
      userId: id,
      role: company!.memberCount === 0 ? 'owner' : 'member',
      actorId: null,
    });
  }

  private async companyOf(transaction: RecordingTransaction): Promise<string> {
    const find = () => transaction.query<{ id: string }>(`SELECT id FROM communities WHERE kind = 'company'`);
    const [found] = await find();
    if (found) return found.id;
    const [organisation] = await transaction.query<{ name: string }>('SELECT name FROM organisations');
    const id = uuidv7();
    await transaction.query(
      `INSERT INTO communities (id, kind, visibility, name, handle, hue)
       VALUES ($1, 'company', 'public', $2, $3, $4)
       ON CONFLICT (kind) WHERE kind = 'company' DO NOTHING`,
      [
        id,
        organisation!.name,
        await claimCommunityHandle(transaction, organisation!.name, 'public'),
        hueOf(id),
      ],
    );
    const [company] = await find();
    return company!.id;
  }

  private async openOwnStream(transaction: RecordingTransaction, newcomer: Newcomer): Promise<void> {
    const id = uuidv7();
    const [opened] = await transaction.query(
      `INSERT INTO communities (id, kind, visibility, name, hue, person_id, created_by)
       VALUES ($1, 'person', 'public', $2, $3, $4, $4) ON CONFLICT (person_id) DO NOTHING RETURNING id`,
      [id, newcomer.name, hueOf(id), newcomer.id],
    );
    if (opened)
      await enter(transaction, {
        community: { id, kind: 'person' },
        userId: newcomer.id,
        role: 'owner',
        actorId: null,
      });
  }

  /** Archived, gone, or run by rules of their own: nobody is put into those. */
  private async joinInvitedTo(
    transaction: RecordingTransaction,
    { id }: Newcomer,
    communityIds: string[],
  ): Promise<void> {
    // In the order of ids, as everybody who locks several does.
    const communities = await transaction.query<{ id: string; kind: CommunityKind }>(
      `SELECT id, kind FROM communities
       WHERE id = ANY ($1::uuid[]) AND kind IN ('project', 'group') AND archived_at IS NULL
       ORDER BY id FOR NO KEY UPDATE`,
      [communityIds],
    );
    for (const community of communities)
      await enter(transaction, { community, userId: id, role: 'member', actorId: null });
  }
}
