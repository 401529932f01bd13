import type { RecordingTransaction, Statement } from '#platform';
import { type CommunityKind, firstLevel, type MemberRole } from './community.ts';

/**
 * The only place that writes memberships: the row, the counter, what it settles and the event go together.
 * Callers hold the lock of the community (`standing.ts`) wherever a rule depends on who else is in it.
 */
interface Entry {
  community: { id: string; kind: CommunityKind };
  userId: string;
  role: MemberRole;
  /** null: came with the account. */
  actorId: string | null;
}

const ENTER = {
  name: 'communities.enter',
  text: `
    WITH entered AS (
      INSERT INTO memberships (community_id, user_id, role, level) VALUES ($1, $2, $3, $4)
      ON CONFLICT DO NOTHING RETURNING community_id)
    UPDATE communities SET member_count = member_count + 1
    WHERE id = (SELECT community_id FROM entered)
    RETURNING member_count AS "memberCount"`,
} satisfies Statement;

/** Makes somebody a member; a request or invitation of theirs is settled by it. Does nothing for a member. */
export async function enter(
  transaction: RecordingTransaction,
  { community, userId, role, actorId }: Entry,
): Promise<boolean> {
  const [counted] = await transaction.run<{ memberCount: number }>(ENTER, [
    community.id,
    userId,
    role,
    firstLevel(community.kind),
  ]);
  if (!counted) return false;
  const actor = actorId ?? undefined;
  const asked = await closeRequest(transaction, community.id, userId, actor);
  await transaction.query('DELETE FROM community_invitations WHERE community_id = $1 AND user_id = $2', [
    community.id,
    userId,
  ]);
  await transaction.record({
    type: 'membership.started',
    communityId: community.id,
    userId,
    actorId: actor,
    data: { role, memberCount: counted.memberCount, ...(asked && { asked }) },
  });
  return true;
}

const EXIT = {
  name: 'communities.exit',
  text: `
    WITH gone AS (
      DELETE FROM memberships WHERE community_id = $1 AND user_id = $2 RETURNING community_id, role)
    UPDATE communities SET member_count = member_count - 1 FROM gone
    WHERE id = gone.community_id
    RETURNING member_count AS "memberCount", gone.role`,
} satisfies Statement;

/** Ends a membership. Does nothing for who is no member. */
export async function exit(
  transaction: RecordingTransaction,
  communityId: string,
  userId: string,
  actorId?: string,
): Promise<boolean> {
  const [ended] = await transaction.run<{ memberCount: number; role: MemberRole }>(EXIT, [
    communityId,
    userId,
  ]);
  if (!ended) return false;
  await transaction.record({
    type: 'membership.ended',
    communityId,
    userId,
    actorId,
    data: { role: ended.role, memberCount: ended.memberCount },
  });
  return true;
}

export async function giveRole(
  transaction: RecordingTransaction,
  { community, userId, role, actorId }: Entry,
): Promise<void> {
  const [changed] = await transaction.query<{ memberCount: number }>(
    `UPDATE memberships AS m SET role = $3 FROM communities AS c
     WHERE m.community_id = $1 AND m.user_id = $2 AND c.id = m.community_id
     RETURNING c.member_count AS "memberCount"`,
    [community.id, userId, role],
  );
  await transaction.record({
    type: 'membership.changed',
    communityId: community.id,
    userId,
    actorId: actorId ?? undefined,
    data: { role, memberCount: changed!.memberCount },
  });
}

/** Takes a request away, whatever was decided. */
export async function closeRequest(
  transaction: RecordingTransaction,
  communityId: string,
  userId: string,
  actorId?: string,
): Promise<boolean> {
  const closed = await transaction.query(
    'DELETE FROM join_requests WHERE community_id = $1 AND user_id = $2 RETURNING user_id',
    [communityId, userId],
  );
  if (closed.length === 0) return false;
  await tellModerators(transaction, 'request.closed', communityId, userId, actorId);
  await tellPerson(transaction, communityId, userId);
  return true;
}

export async function closeAllRequests(
  transaction: RecordingTransaction,
  communityId: string,
  actorId: string,
): Promise<void> {
  const open = await transaction.query<{ id: string }>(
    'SELECT user_id AS id FROM join_requests WHERE community_id = $1',
    [communityId],
  );
  for (const { id } of open) await closeRequest(transaction, communityId, id, actorId);
}

/** How this one person stands in the community changed, for none but themselves: on all their devices. */
export const tellPerson = (transaction: RecordingTransaction, communityId: string, userId: string) =>
  transaction.record({ type: 'community.marked', communityId, userId, actorId: userId });

/** One event for each who may decide about the request: it is for their eyes only. */
export async function tellModerators(
  transaction: RecordingTransaction,
  type: 'request.made' | 'request.closed',
  communityId: string,
  requesterId: string,
  actorId?: string,
): Promise<void> {
  const moderators = await transaction.query<{ id: string }>(
    `SELECT u.id FROM memberships AS m JOIN users AS u ON u.id = m.user_id
     WHERE m.community_id = $1 AND m.role IN ('moderator', 'owner') AND u.deactivated_at IS NULL`,
    [communityId],
  );
  for (const { id } of moderators)
    await transaction.record({ type, communityId, userId: id, actorId, data: { requesterId } });
}
