import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, type RecordingTransaction, wrongField } from '#platform';
import type { ChangeThreadRequest } from './dto/change-thread.dto.ts';
import type { ThreadView } from './dto/thread.view.ts';
import {
  refuseArchived,
  refuseAsking,
  refuseBestAnswer,
  refuseNewTitle,
  refuseToAsk,
  refuseToPutInOrder,
} from './rules.ts';
import { staleVersion } from './stale-version.ts';
import { Standpoint, type ThreadPlace } from './standpoint.ts';
import { ThreadsReader } from './threads.reader.ts';

interface Changeable {
  version: number;
  title: string | null;
  pinned: boolean;
  closed: boolean;
  bestAnswerId: string | null;
  asksAcknowledgement: boolean;
}

/** Title, pin, closing, best answer, asking everybody to confirm. */
@Injectable()
export class ChangeThread {
  constructor(
    private readonly standpoint: Standpoint,
    private readonly eventLog: EventLog,
    private readonly threads: ThreadsReader,
  ) {}

  /** @throws Problem stale-version when `version` is given and not the current one */
  async as(
    viewer: Viewer,
    threadId: string,
    { version: _, ...wish }: ChangeThreadRequest,
    version: number | undefined,
  ): Promise<ThreadView> {
    const place = await this.standpoint.ofThread(viewer, threadId);
    this.refuse(viewer, place, wish);
    const isCurrent = await this.eventLog.write(async (transaction) => {
      const held = await this.standpoint.holdThread(viewer, threadId, transaction);
      this.refuse(viewer, held, wish);
      const [before] = await transaction.query<Changeable>(
        `SELECT version, title, pinned_at IS NOT NULL AS pinned, closed_at IS NOT NULL AS closed,
           best_answer_id AS "bestAnswerId", acknowledgement_asked_at IS NOT NULL AS "asksAcknowledgement"
         FROM threads WHERE id = $1`,
        [threadId],
      );
      if (!before || (version !== undefined && version !== before.version)) return false;
      if (wish.bestAnswerId) await this.refuseNoAnswer(transaction, threadId, wish.bestAnswerId);
      await this.change(transaction, viewer, held, before, wish);
      return true;
    });
    const current = await this.threads.one(viewer, threadId);
    if (!isCurrent) throw staleVersion(current);
    return current;
  }

  private refuse(viewer: Viewer, place: ThreadPlace, wish: ChangeThreadRequest): void {
    if (wish.title !== undefined) refuseNewTitle(viewer, place);
    if (wish.bestAnswerId !== undefined) refuseBestAnswer(viewer, place);
    if (wish.asksAcknowledgement !== undefined) refuseAsking(viewer, place);
    if (wish.pinned !== undefined || wish.closed !== undefined) refuseToPutInOrder(place);
    refuseArchived(place);
    if (wish.bestAnswerId && place.threadKind !== 'question')
      throw wrongField('bestAnswerId', 'not-a-question', 'only questions have a best answer');
    if (wish.asksAcknowledgement) refuseToAsk(place.threadKind);
  }

  private async refuseNoAnswer(
    transaction: RecordingTransaction,
    threadId: string,
    id: string,
  ): Promise<void> {
    const [answer] = await transaction.query(
      'SELECT FROM posts WHERE id = $1 AND thread_id = $2 AND position > 1 AND deleted_at IS NULL',
      [id, threadId],
    );
    if (!answer) throw wrongField('bestAnswerId', 'wrong', 'must be a reply of this thread');
  }

  /** Writes and reports only what differs: the same wish twice is one change. */
  private async change(
    transaction: RecordingTransaction,
    viewer: Viewer,
    place: ThreadPlace,
    before: Changeable,
    wish: ChangeThreadRequest,
  ): Promise<void> {
    const given = Object.entries(wish).filter(([, value]) => value !== undefined);
    const after: Changeable = { ...before, ...Object.fromEntries(given) };
    const changed = given.filter(([name, value]) => before[name as keyof Changeable] !== value);
    if (changed.length === 0) return;
    const { threadId } = place;
    await transaction.query(
      `UPDATE threads SET version = version + 1, title = $2, best_answer_id = $5,
         pinned_at = CASE WHEN $3 THEN coalesce(pinned_at, now()) END,
         closed_at = CASE WHEN $4 THEN coalesce(closed_at, now()) END,
         acknowledgement_asked_at = CASE WHEN $7 THEN coalesce(acknowledgement_asked_at, now()) END,
         answered_at = CASE WHEN best_answer_id IS NOT DISTINCT FROM $5 THEN answered_at ELSE now() END,
         answered_by = CASE WHEN best_answer_id IS NOT DISTINCT FROM $5 THEN answered_by ELSE $6 END
       WHERE id = $1`,
      [
        threadId,
        after.title,
        after.pinned,
        after.closed,
        after.bestAnswerId,
        viewer.userId,
        after.asksAcknowledgement,
      ],
    );
    await transaction.record({
      type: 'thread.changed',
      communityId: place.id,
      threadId,
      actorId: viewer.userId,
      data: { changed: changed.map(([name]) => name) },
    });
  }
}
