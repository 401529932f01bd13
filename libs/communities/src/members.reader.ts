import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, decodeCursor, notFound, type Page, pageOf, wordsSought } from '#platform';
import { personChip } from '#users';
import { placeIn } from './community-access.ts';
import type { ListMembers, MemberView, WaitingView } from './dto/members.dto.ts';
import { managedPlace } from './standing.ts';

/** The people of a community, for those who may read it. */
@Injectable()
export class MembersReader {
  constructor(private readonly database: Database) {}

  /** By name. Relies on the primary key of memberships for small communities, on users_by_name for large ones. */
  async list(viewer: Viewer, communityId: string, query: ListMembers): Promise<Page<MemberView>> {
    await placeIn(this.database, viewer, communityId);
    const values: unknown[] = [communityId];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const conditions = ['m.community_id = $1'];
    if (query.role) conditions.push(`m.role = ${bind(query.role)}`);
    conditions.push(...wordsSought(query.q ?? '', 'u.words', bind, 'names'));
    const from = decodeCursor(query.cursor, 'text', 'id');
    if (from) conditions.push(`(lower(u.name), u.id) > (${bind(from[0])}, ${bind(from[1])}::uuid)`);
    const rows = await this.database.query<MemberView & { sortName: string }>(
      `SELECT ${personChip('u')} AS user, m.role, m.joined_at AS "joinedAt", lower(u.name) AS "sortName"
       FROM memberships AS m JOIN users AS u ON u.id = m.user_id
       WHERE ${conditions.join(' AND ')} ORDER BY lower(u.name), u.id LIMIT ${bind(query.limit + 1)}`,
      values,
    );
    return pageOf(
      rows,
      query.limit,
      (row) => [row.sortName, row.user.id],
      ({ sortName: _, ...row }) => row,
    );
  }

  /** One of them, for who has just let them in. */
  async member(communityId: string, userId: string): Promise<MemberView> {
    const [member] = await this.database.query<MemberView>(
      `SELECT ${personChip('u')} AS user, m.role, m.joined_at AS "joinedAt"
       FROM memberships AS m JOIN users AS u ON u.id = m.user_id WHERE m.community_id = $1 AND m.user_id = $2`,
      [communityId, userId],
    );
    if (!member) throw notFound();
    return member;
  }

  /** Who asked to be let in, the longest waiting first. */
  requests(viewer: Viewer, communityId: string): Promise<Page<WaitingView>> {
    return this.waiting(viewer, communityId, 'join_requests');
  }

  /** Who was asked in and did not answer. */
  invitations(viewer: Viewer, communityId: string): Promise<Page<WaitingView>> {
    return this.waiting(viewer, communityId, 'community_invitations');
  }

  private async waiting(
    viewer: Viewer,
    communityId: string,
    table: 'join_requests' | 'community_invitations',
  ): Promise<Page<WaitingView>> {
    await managedPlace(this.database, viewer, communityId);
    const items = await this.database.query<WaitingView>(
      `SELECT ${personChip('u')} AS user, w.created_at AS "createdAt"
       FROM ${table} AS w JOIN users AS u ON u.id = w.user_id AND u.deactivated_at IS NULL
       WHERE w.community_id = $1 ORDER BY w.created_at, u.id LIMIT 500`,
      [communityId],
    );
    return { items, next: null };
  }
}
