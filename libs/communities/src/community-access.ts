import { Injectable } from '@nestjs/common';
import { mayRead, type Viewer } from '#access';
import { Database, notFound, type Sql, type Statement } from '#platform';
import type { CommunityKind, MemberRole, NotificationLevel, Visibility } from './community.ts';

/** A community as somebody stands in it. Only made for those who may read it. */
export interface Place {
  id: string;
  kind: CommunityKind;
  visibility: Visibility;
  archivedAt: Date | null;
  /** Whose stream it is, of kind `person`. */
  personId: string | null;
  /** null: not a member. */
  role: MemberRole | null;
  level: NotificationLevel | null;
}

/** Two primary keys. */
const PLACE = {
  name: 'communities.place',
  text: `
    SELECT c.id, c.kind, c.visibility, c.archived_at AS "archivedAt", c.person_id AS "personId", m.role, m.level
    FROM communities AS c
    LEFT JOIN memberships AS m ON m.community_id = c.id AND m.user_id = $2
    WHERE c.id = $1`,
} satisfies Statement;

/** May start threads: in a person's stream its owner, elsewhere its members. */
export const mayPost = (place: Pick<Place, 'kind' | 'archivedAt' | 'role'>): boolean =>
  place.archivedAt === null && (place.kind === 'person' ? place.role === 'owner' : place.role !== null);

/** Runs it: admits, answers requests, keeps order. Conversations are run by nobody. */
export const mayManage = ({ kind, role }: Pick<Place, 'kind' | 'role'>): boolean =>
  kind !== 'conversation' && (role === 'owner' || role === 'moderator');

/** Where other libs ask how a viewer stands in a community. */
@Injectable()
export class CommunityAccess {
  constructor(private readonly database: Database) {}

  /**
   * One prepared statement, for the hot path of posting. What it says may be old by the time of writing:
   * take `is_public` of a new thread from the row of the community under `FOR KEY SHARE`, which waits for a
   * change of visibility.
   * @throws notFound when the viewer may not read the community, or there is none.
   */
  place(viewer: Viewer, communityId: string, sql: Sql = this.database): Promise<Place> {
    return placeIn(sql, viewer, communityId);
  }
}

export async function placeIn(sql: Sql, viewer: Viewer, communityId: string): Promise<Place> {
  const [place] = await sql.run<Place>(PLACE, [communityId, viewer.userId]);
  if (!place || !mayRead(viewer, { visibility: place.visibility, isMember: place.role !== null }))
    throw notFound();
  return place;
}
