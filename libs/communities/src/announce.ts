import type { Recorder, Sql } from '#platform';
import type { CommunityKind, Visibility } from './community.ts';

interface Announced {
  id: string;
  kind: CommunityKind;
  visibility: Visibility;
}

/**
 * Says that a community was made or changed, to everybody who may know of it. Employees get the card of what is
 * listed; guests are no employees, so the guests in it get it as its readers. What only readers see
 * (`onlyInside`, milestones) goes to readers alone unless everybody may read.
 */
export async function announce(
  transaction: Recorder & Sql,
  type: 'community.created' | 'community.changed',
  { id, visibility }: Announced,
  /** null: nobody did it. */
  actorId: string | null,
  scope: 'card' | 'inside' = 'card',
): Promise<void> {
  const toEmployees = visibility === 'public' || (visibility === 'private' && scope === 'card');
  const toReaders = !toEmployees || (await hasGuests(transaction, id));
  const event = { type, communityId: id, actorId: actorId ?? undefined };
  if (toEmployees) await transaction.record({ ...event, data: { audience: 'employees' } });
  if (toReaders) await transaction.record({ ...event, data: { audience: 'community' } });
}

/** It went out of sight: whoever is not in it forgets it. Its members get it again by what follows. */
export const announceHidden = (transaction: Recorder, communityId: string, actorId: string) =>
  transaction.record({ type: 'community.hidden', communityId, actorId });

async function hasGuests(transaction: Sql, communityId: string): Promise<boolean> {
  const guests = await transaction.query(
    `SELECT FROM memberships AS m JOIN users AS u ON u.id = m.user_id
     WHERE m.community_id = $1 AND u.role = 'guest' LIMIT 1`,
    [communityId],
  );
  return guests.length > 0;
}
