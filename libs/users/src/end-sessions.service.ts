import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, notFound, type RecordingTransaction } from '#platform';
import { sessionEnded } from './events.ts';
import { StoredSessions } from './stored-sessions.ts';

/** Ends sessions: a log-out here, a lost phone, a new password, a colleague who left. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly eventLog: EventLog,
    private readonly sessions: StoredSessions,
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

  /** In a change of which it is a consequence. Call `forget` when that is committed. */
  async within(
    transaction: RecordingTransaction,
    { userId, actorId, except }: { userId: string; actorId: string; except?: string },
  ): Promise<void> {
    await end(transaction, userId, actorId, 'id IS DISTINCT FROM $2', except ?? null);
  }

  /** What this process still remembers of them. The others learn it from the log. */
  forget(userId: string): void {
    this.sessions.forgetUser(userId);
  }

  private async ofMine(
    viewer: Viewer,
    which: SessionCondition,
    sessionId = viewer.sessionId,
  ): Promise<number> {
    const { userId } = viewer;
    const ended = await this.eventLog.write((transaction) =>
      end(transaction, userId, userId, which, sessionId),
    );
    this.forget(userId);
    return ended;
  }
}

type SessionCondition = 'id = $2' | 'id <> $2' | 'id IS DISTINCT FROM $2';

/** Index sessions_by_user. */
async function end(
  transaction: RecordingTransaction,
  userId: string,
  actorId: string,
  which: SessionCondition,
  sessionId: string | null,
): Promise<number> {
  const ended = await transaction.query<{ id: string }>(
    `DELETE FROM sessions WHERE user_id = $1 AND ${which} RETURNING id`,
    [userId, sessionId],
  );
  const ids = ended.map(({ id }) => id);
  if (ids.length > 0) await transaction.record(sessionEnded(userId, actorId, ids));
  return ids.length;
}
