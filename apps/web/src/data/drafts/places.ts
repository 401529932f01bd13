/** Where something is being written; a draft belongs to one place. */
export type Place = `${'community' | 'thread' | 'edit'}-${string}`;

export const inCommunity = (id: string): Place => `community-${id}`;
export const inThread = (id: string): Place => `thread-${id}`;
export const editOf = (postId: string): Place => `edit-${postId}`;
