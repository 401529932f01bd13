/**
 * The one visibility rule, twice: `mayRead` for one object at hand, `readableCommunity` as a condition for sets.
 * `readable.spec.ts` holds both against one table.
 *
 * A viewer may read a community when they are a member of it, or when it is public and they are no guest.
 * (A deactivated user is never a viewer.)
 */
import type { Viewer } from './viewer.ts';

export interface Readability {
  visibility: 'public' | 'private' | 'secret';
  isMember: boolean;
}

export function mayRead(viewer: Pick<Viewer, 'guest'>, community: Readability): boolean {
  return community.isMember || (community.visibility === 'public' && !viewer.guest);
}

/** Being listed is less than being readable: a private community shows its card, not its threads. */
export function mayKnowOf(viewer: Pick<Viewer, 'guest'>, community: Readability): boolean {
  return mayRead(viewer, community) || (community.visibility === 'private' && !viewer.guest);
}

/**
 * SQL condition for a community that `alias` names. `user` and `guest` are placeholders such as `$1`, `$2`.
 * Relies on the primary key of memberships.
 */
export function readableCommunity(alias: string, user: string, guest: string): string {
  return `(${alias}.visibility = 'public' AND NOT ${guest} OR EXISTS (
    SELECT FROM memberships AS mine WHERE mine.community_id = ${alias}.id AND mine.user_id = ${user}))`;
}

/** SQL condition for a community whose card the viewer may see. */
export function knownCommunity(alias: string, user: string, guest: string): string {
  return `(${alias}.visibility <> 'secret' AND NOT ${guest} OR EXISTS (
    SELECT FROM memberships AS mine WHERE mine.community_id = ${alias}.id AND mine.user_id = ${user}))`;
}

/**
 * SQL condition for a person the viewer may see: guests see those with whom they share a community.
 * Relies on the primary key of memberships and memberships_by_user.
 */
export function visiblePerson(alias: string, user: string, guest: string): string {
  return `(NOT ${guest} OR ${alias}.id = ${user} OR EXISTS (
    SELECT FROM memberships AS theirs JOIN memberships AS mine USING (community_id)
    WHERE theirs.user_id = ${alias}.id AND mine.user_id = ${user}))`;
}
