import type { Audience, LoggedEvent } from '#platform';

/** Everybody who is no guest. */
export const EMPLOYEES = 'employees';

export const membersOf = (communityId: string): string => `community:${communityId}`;
/** Readers of a public community who are no members and have it open. */
export const readersOf = (communityId: string): string => `readers:community:${communityId}`;
/** Readers who have the thread open. */
export const watchersOf = (threadId: string): string => `thread:${threadId}`;
/** Employees who follow the topic: they hear of public threads that have it. */
export const followersOf = (topic: string): string => `topic:${topic}`;
export const devicesOf = (userId: string): string => `user:${userId}`;

/** Where an event is told. */
export function roomsFor(audience: Audience, { communityId, threadId, userId }: LoggedEvent): string[] {
  if (audience === 'nobody') return [];
  if (audience === 'employees') return [EMPLOYEES];
  const rooms: string[] = [];
  if (audience !== 'user' && communityId) {
    rooms.push(membersOf(communityId), readersOf(communityId));
    if (threadId) rooms.push(watchersOf(threadId));
  }
  if (audience !== 'community' && userId) rooms.push(devicesOf(userId));
  return rooms;
}
