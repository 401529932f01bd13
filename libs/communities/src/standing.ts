import { mayKnowOf, mayRead, type Viewer } from '#access';
import { notFound, Problem, type Transaction } from '#platform';
import { mayManage, type Place, placeIn } from './community-access.ts';

/** How a viewer stands in a community that this transaction has locked. */
export interface Standing extends Place {
  name: string;
  version: number;
  /** Asked in, and did not answer yet. */
  invited: boolean;
}

/**
 * Locks the community until commit, then reads: two statements, since a row that was waited for is read fresh
 * and the rows joined to it are not. Posting goes on meanwhile: a foreign key does not wait for this lock.
 * @throws notFound when the viewer may not even know of the community.
 */
export async function lockKnown(
  transaction: Transaction,
  viewer: Viewer,
  communityId: string,
): Promise<Standing> {
  await transaction.query('SELECT FROM communities WHERE id = $1 FOR NO KEY UPDATE', [communityId]);
  const [standing] = await transaction.query<Standing>(
    `SELECT c.id, c.kind, c.visibility, c.archived_at AS "archivedAt", c.person_id AS "personId",
       c.name, c.version, m.role, m.level,
       EXISTS (SELECT FROM community_invitations AS i WHERE i.community_id = c.id AND i.user_id = $2) AS invited
     FROM communities AS c LEFT JOIN memberships AS m ON m.community_id = c.id AND m.user_id = $2
     WHERE c.id = $1`,
    [communityId, viewer.userId],
  );
  if (!standing) throw notFound();
  const { visibility, role, invited } = standing;
  if (!invited && !mayKnowOf(viewer, { visibility, isMember: role !== null })) throw notFound();
  return standing;
}

/** @throws notFound when the viewer may not read the community. */
export async function lockReadable(
  transaction: Transaction,
  viewer: Viewer,
  communityId: string,
): Promise<Standing> {
  const standing = await lockKnown(transaction, viewer, communityId);
  const { visibility, role } = standing;
  if (!mayRead(viewer, { visibility, isMember: role !== null })) throw notFound();
  return standing;
}

/** @throws notFound when it is not readable; forbidden when the viewer does not run it. */
export async function lockManaged(
  transaction: Transaction,
  viewer: Viewer,
  communityId: string,
): Promise<Standing> {
  const standing = await lockReadable(transaction, viewer, communityId);
  if (!mayManage(standing)) throw forbidden('Only owners and moderators may do this.');
  return standing;
}

/** For reads that only those who run the community may make. */
export async function managedPlace(
  sql: Parameters<typeof placeIn>[0],
  viewer: Viewer,
  communityId: string,
): Promise<Place> {
  const place = await placeIn(sql, viewer, communityId);
  if (!mayManage(place)) throw forbidden('Only owners and moderators may do this.');
  return place;
}

export const forbidden = (detail: string): Problem => new Problem('forbidden', { detail });

export function refuseArchived({ archivedAt }: Pick<Place, 'archivedAt'>): void {
  if (archivedAt) throw new Problem('community-archived');
}

/** A community needs somebody who runs it: an owner who can still log in. */
export async function refuseWithoutOtherOwner(
  transaction: Transaction,
  communityId: string,
  userId: string,
): Promise<void> {
  const others = await transaction.query(
    `SELECT FROM memberships AS m JOIN users AS u ON u.id = m.user_id
     WHERE m.community_id = $1 AND m.role = 'owner' AND m.user_id <> $2 AND u.deactivated_at IS NULL LIMIT 1`,
    [communityId, userId],
  );
  if (others.length === 0) throw new Problem('last-owner-cannot-leave');
}
