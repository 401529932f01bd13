import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, type Page, pageOf, wordsSought } from '#platform';
import { personChip } from '#users';
import { isoTime } from './communities.queries.ts';
import type { CommunityCounts, CommunityOverview, OverviewQuery, OverviewSort } from './dto/overview.dto.ts';

type Row = CommunityOverview & { sortName: string };

/** What administrators may know of: as any colleague, no secret ones. Streams and conversations are people's own. */
const LISTED = `c.kind IN ('project', 'group', 'company') AND c.visibility <> 'secret'`;

const MOST_OWNERS = 3;

/** The newest thread by threads_by_activity, owners by memberships_owners: both for each row that is looked at. */
const FACTS = `
  SELECT c.id, c.name, c.kind, c.visibility, c.hue, '/api/v1/files/' || c.picture_id AS picture,
    c.member_count AS "memberCount", c.archived_at AS "archivedAt", lower(c.name) AS "sortName",
    ${isoTime(`coalesce((SELECT max(activity_at) FROM threads WHERE community_id = c.id), c.created_at)`)} AS "activeAt"
  FROM communities AS c`;

const OWNERS = `
  (SELECT coalesce(json_agg(${personChip('u')} ORDER BY owner.joined_at, u.id), '[]') FROM (
    SELECT m.user_id, m.joined_at FROM memberships AS m JOIN users AS able
      ON able.id = m.user_id AND able.deactivated_at IS NULL
    WHERE m.community_id = c.id AND m.role = 'owner' ORDER BY m.joined_at, m.user_id LIMIT ${MOST_OWNERS}) AS owner
  JOIN users AS u ON u.id = owner.user_id) AS owners`;

interface Order {
  kind: 'text' | 'time' | 'position';
  column: string;
  descends: boolean;
  keyOf(row: Row): string | number;
}

const ORDERS: Record<OverviewSort, Order> = {
  name: { kind: 'text', column: '"sortName"', descends: false, keyOf: ({ sortName }) => sortName },
  activity: { kind: 'time', column: '"activeAt"', descends: true, keyOf: ({ activeAt }) => activeAt },
  members: {
    kind: 'position',
    column: '"memberCount"',
    descends: true,
    keyOf: ({ memberCount }) => memberCount,
  },
};

/** Every community, for whoever runs the installation. Reads all of them: some thousands, seldom, by few. */
@Injectable()
export class OverviewReader {
  constructor(private readonly database: Database) {}

  async list({
    q,
    kind,
    visibility,
    archived,
    sort,
    limit,
    cursor,
  }: OverviewQuery): Promise<Page<CommunityOverview>> {
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const { kind: type, column, descends, keyOf } = ORDERS[sort];
    const conditions = [LISTED, `c.archived_at IS ${archived ? 'NOT ' : ''}NULL`];
    if (kind) conditions.push(`c.kind = ${bind(kind)}`);
    if (visibility) conditions.push(`c.visibility = ${bind(visibility)}`);
    conditions.push(...wordsSought(q ?? '', 'c.words', bind, 'names'));
    const from = decodeCursor(cursor, type, 'id');
    const after = from
      ? `WHERE (${column}, id) ${descends ? '<' : '>'} (${bind(from[0])}, ${bind(from[1])}::uuid)`
      : '';
    const way = descends ? 'DESC' : 'ASC';
    const rows = await this.database.query<Row>(
      `SELECT c.*, ${OWNERS} FROM (${FACTS} WHERE ${conditions.join(' AND ')}) AS c ${after}
       ORDER BY ${column} ${way}, id ${way} LIMIT ${bind(limit + 1)}`,
      values,
    );
    return pageOf(
      rows,
      limit,
      (row) => [keyOf(row), row.id],
      ({ sortName: _, ...row }) => row,
    );
  }

  async counts(): Promise<CommunityCounts> {
    const [counts] = await this.database.query<CommunityCounts>(
      `SELECT count(*) FILTER (WHERE open AND visibility = 'public')::int AS public,
         count(*) FILTER (WHERE open AND visibility = 'private')::int AS private,
         count(*) FILTER (WHERE open AND visibility = 'secret')::int AS secret,
         count(*) FILTER (WHERE kind IN ('project', 'group', 'company') AND archived_at IS NOT NULL
           AND visibility <> 'secret')::int AS archived,
         count(*) FILTER (WHERE kind = 'conversation')::int AS conversations
       FROM (SELECT *, kind IN ('project', 'group', 'company') AND archived_at IS NULL AS open FROM communities) AS c`,
      [],
    );
    return counts!;
  }
}
