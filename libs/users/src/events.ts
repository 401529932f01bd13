import type { NewEvent } from '#platform';

/** What this lib writes to the log. */
export const userJoined = (userId: string, actorId: string): NewEvent => ({
  type: 'user.joined',
  userId,
  actorId,
});

/** `role` when that is what changed: rights that were worked out before do not hold any more. */
export const userChanged = (userId: string, actorId: string, data: { role?: string } = {}): NewEvent => ({
  type: 'user.changed',
  userId,
  actorId,
  data,
});

export const userDeactivated = (userId: string, actorId: string): NewEvent => ({
  type: 'user.deactivated',
  userId,
  actorId,
});

export const userReactivated = (userId: string, actorId: string): NewEvent => ({
  type: 'user.reactivated',
  userId,
  actorId,
});

export const organisationChanged = (actorId: string): NewEvent => ({ type: 'organisation.changed', actorId });

/** Sockets of these sessions have to be closed. */
export const sessionEnded = (userId: string, actorId: string, sessionIds: string[]): NewEvent => ({
  type: 'session.ended',
  userId,
  actorId,
  data: { sessionIds },
});

/** Nobody is told; it stays to be read who let whom back in. */
export const resetLinkMade = (
  userId: string,
  actorId: string,
  data: { byCommandLine: boolean },
): NewEvent => ({ type: 'user.reset-link-made', userId, actorId, data });

export const passwordReset = (userId: string): NewEvent => ({
  type: 'user.password-reset',
  userId,
  actorId: userId,
});
