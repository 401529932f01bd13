import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, notFound, type RecordingTransaction } from '#platform';
import { sessionEnded } from './events.ts';
import { LONGEST_DAYS } from './sessions.queries.ts';
import { StoredSessions } from './stored-sessions.ts';
import { UsersReader } from './users.reader.ts';

/** Ends sessions: a log-out here, a lost phone, a new password, a colleague who left. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly eventLog: EventLog,
    private readonly sessions: StoredSessions,
    private readonly users: UsersReader,
  ) {}

  async logOut(viewer: Viewer): Promise<void> {
    await this.ofMine(viewer, 'id = $2');
  }

  /** @throws Problem not-found for a session of somebody else */
  async one(viewer: Viewer, sessionId: string): Promise<void> {
    const ended = await this.ofMine(viewer, 'id = $2', sessionId);
    if (ended === 0) throw notFound();
  }

  async others(viewer: Viewer): Promise<void> {
    await this.ofMine(viewer, 'id <> $2');
  }

  /** @throws Problem not-found for a session that is not this person's */
  async oneOf(admin: Viewer, userId: string, sessionId: string): Promise<void> {
    if ((await this.of(userId, admin.userId, 'id = $2', sessionId)) === 0) throw notFound();
  }

  /**
   * Of a person, for an administrator, who does not throw themselves out.
   * @throws Problem not-found
   */
  async allOf(admin: Viewer, userId: string): Promise<void> {
    await this.users.one(admin, userId);
    await this.of(userId, admin.userId, 'id IS DISTINCT FROM $2', admin.sessionId);
  }

  /** In a change of which it is a consequence. Call `forget` when that is committed. */
  async within(
    transaction: RecordingTransaction,
    { userId, actorId, except, because }: EndOfSessions,
  ): Promise<void> {
    await end(transaction, userId, actorId, 'id IS DISTINCT FROM $2', except ?? null, because);
  }

  /** What this process still remembers of them. The others learn it from the log. */
  forget(userId: string): void {
    this.sessions.forgetUser(userId);
  }

  private ofMine(viewer: Viewer, which: SessionCondition, sessionId = viewer.sessionId): Promise<number> {
    return this.of(viewer.userId, viewer.userId, which, sessionId);
  }

  private async of(
    userId: string,
    actorId: string,
    which: SessionCondition,
    sessionId: string,
  ): Promise<number> {
    const ended = await this.eventLog.write((transaction) =>
      end(transaction, userId, actorId, which, sessionId),
    );
    this.forget(userId);
    return ended;
  }
}

interface EndOfSessions {
  userId: string;
  actorId: string;
  except?: string;
  because?: WhyEnded;
}

/** What the browser is told that still holds the token. */
type WhyEnded = 'ended' | 'deactivated';

type SessionCondition = 'id = $2' | 'id <> $2' | 'id IS DISTINCT FROM $2';

/** Longer than a browser keeps the cookie, nobody can ask. */
const KEPT = `interval '${LONGEST_DAYS} days'`;

/** Indexes sessions_by_user, ended_sessions_by_time. */
async function end(
  transaction: RecordingTransaction,
  userId: string,
  actorId: string,
  which: SessionCondition,
  sessionId: string | null,
  because: WhyEnded = 'ended',
): Promise<number> {
  const ended = await transaction.query<{ id: string }>(
    `WITH gone AS (DELETE FROM sessions WHERE user_id = $1 AND ${which} RETURNING id, token_hash),
       noted AS (INSERT INTO ended_sessions (token_hash, because) SELECT token_hash, $3 FROM gone),
       tidied AS (DELETE FROM ended_sessions WHERE ended_at < now() - ${KEPT})
     SELECT id FROM gone`,
    [userId, sessionId, because],
  );
  const ids = ended.map(({ id }) => id);
  if (ids.length > 0) await transaction.record(sessionEnded(userId, actorId, ids));
  return ids.length;
}
