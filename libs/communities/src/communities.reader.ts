import { Injectable } from '@nestjs/common';
import { mayRead, readableCommunity, type Viewer, visiblePerson } from '#access';
import {
  Database,
  decodeCursor,
  notFound,
  type Page,
  type PageQuery,
  pageOf,
  type Sql,
  wordsSought,
} from '#platform';
import {
  COMMUNITIES_BY_ID,
  directoryPage,
  FACTS_BY_ID,
  IN_DIRECTORY,
  SHOWN_TO_VIEWER,
  THEIRS,
} from './communities.queries.ts';
import type { MemberRole, NotificationLevel } from './community.ts';
import { mayManage, mayPost } from './community-access.ts';
import type { CommunityFacts, CommunityView } from './dto/community.view.ts';
import type { ListCommunities } from './dto/list-communities.dto.ts';

export interface SeenCommunity extends CommunityFacts {
  role: MemberRole | null;
  level: NotificationLevel | null;
  requested: boolean;
  invited: boolean;
}

/** Communities as a viewer may see them. */
@Injectable()
export class CommunitiesReader {
  constructor(private readonly database: Database) {}

  /** @throws notFound for what the viewer may not know of. */
  async one(viewer: Viewer, id: string, sql: Sql = this.database): Promise<CommunityView> {
    const community = (await this.byId(viewer, [id], sql)).get(id);
    if (!community) throw notFound();
    return community;
  }

  async byId(viewer: Viewer, ids: string[], sql: Sql = this.database): Promise<Map<string, CommunityView>> {
    const rows = await sql.run<SeenCommunity>(COMMUNITIES_BY_ID, [viewer.userId, viewer.guest, ids]);
    return new Map(rows.map((row) => [row.id, seenBy(viewer, row)]));
  }

  /** For events: the same for everybody. */
  async facts(ids: string[]): Promise<Map<string, CommunityFacts>> {
    const rows = await this.database.run<CommunityFacts>(FACTS_BY_ID, [ids]);
    return new Map(rows.map((row) => [row.id, withoutNulls(row)]));
  }

  async list(viewer: Viewer, query: ListCommunities): Promise<Page<CommunityView>> {
    const values: unknown[] = [viewer.userId, viewer.guest];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const conditions = [
      SHOWN_TO_VIEWER,
      query.archived ? 'c.archived_at IS NOT NULL' : 'c.archived_at IS NULL',
    ];
    // Streams and conversations are nobody's directory: only one's own are listed.
    const onlyMine = query.mine || query.kind === 'person' || query.kind === 'conversation';
    if (query.kind) conditions.push(`c.kind = ${bind(query.kind)}`);
    if (query.kind !== 'person' && query.kind !== 'conversation') conditions.push(IN_DIRECTORY);
    if (onlyMine || viewer.guest) conditions.push(THEIRS);
    if (onlyMine) conditions.push('m.user_id IS NOT NULL');
    if (query.mine === false) conditions.push('m.user_id IS NULL');
    conditions.push(...wordsSought(query.q ?? '', 'c.words', bind, 'names'));
    const from = decodeCursor(query.cursor, 'text', 'id');
    if (from) conditions.push(`(lower(c.name), c.id) > (${bind(from[0])}, ${bind(from[1])}::uuid)`);
    return this.page(viewer, conditions, values, query.limit);
  }

  /**
   * Who is in a community, those know who may read it. memberships_by_user.
   * @throws notFound for somebody the viewer may not see
   */
  async ofPerson(
    viewer: Viewer,
    personId: string,
    { limit, cursor }: PageQuery,
  ): Promise<Page<CommunityView>> {
    const values: unknown[] = [viewer.userId, viewer.guest, personId];
    const [person] = await this.database.query(
      `SELECT FROM users AS u WHERE u.id = $3 AND ${visiblePerson('u', '$1::uuid', '$2::boolean')}`,
      values,
    );
    if (!person) throw notFound();
    const conditions = [
      `c.kind IN ('project', 'group')`,
      'c.archived_at IS NULL',
      'c.id IN (SELECT community_id FROM memberships WHERE user_id = $3)',
      readableCommunity('c', '$1', '$2::boolean'),
    ];
    const from = decodeCursor(cursor, 'text', 'id');
    if (from)
      conditions.push(`(lower(c.name), c.id) > ($${values.push(from[0])}, $${values.push(from[1])}::uuid)`);
    return this.page(viewer, conditions, values, limit);
  }

  private async page(viewer: Viewer, conditions: string[], values: unknown[], limit: number) {
    const sql = directoryPage(conditions, `$${values.push(limit + 1)}`);
    const rows = await this.database.query<SeenCommunity & { sortName: string }>(sql, values);
    return pageOf(
      rows,
      limit,
      (row) => [row.sortName, row.id],
      ({ sortName: _, ...row }) => seenBy(viewer, row),
    );
  }
}

function seenBy(viewer: Viewer, row: SeenCommunity): CommunityView {
  const { role, level, requested, invited, ...facts } = row;
  const readable = mayRead(viewer, { visibility: facts.visibility, isMember: role !== null });
  return {
    ...withoutNulls(facts),
    milestones: readable ? facts.milestones : [],
    mine: role && level ? { role, level } : null,
    request: role ? null : requested ? 'pending' : invited ? 'invited' : null,
    mayPost: readable && mayPost({ ...facts, role }),
    mayManage: mayManage({ ...facts, role }),
  };
}

/** Only conversations have `members` in their view. */
function withoutNulls({ members, ...facts }: CommunityFacts): CommunityFacts {
  return members ? { ...facts, members } : facts;
}
