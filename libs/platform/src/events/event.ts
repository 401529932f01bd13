/** A fact as a lib reports it. It names rows and carries small facts; never the text of a person. */
export interface NewEvent {
  type: string;
  communityId?: string;
  threadId?: string;
  postId?: string;
  /** The one person it is about or meant for. */
  userId?: string;
  actorId?: string;
  data?: Record<string, unknown>;
}

/** An entry of the event log. `seq` is dense and the one order of the system. */
export interface LoggedEvent {
  seq: number;
  type: string;
  communityId: string | null;
  threadId: string | null;
  postId: string | null;
  userId: string | null;
  actorId: string | null;
  data: Record<string, unknown>;
  at: Date;
}

/** Select list that makes a row of `events` a LoggedEvent. */
export const EVENT_COLUMNS = `seq, type, community_id AS "communityId", thread_id AS "threadId",
  post_id AS "postId", user_id AS "userId", actor_id AS "actorId", data, at`;
