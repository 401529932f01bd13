import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Viewer } from '#access';
import { EventLog, notFound, type RecordingTransaction } from '#platform';
import { type MovedCommunity, type MovedMark, ReadMarks } from '#posts';
import { MOST_MOVED, REST_UNTIL } from './catch-up.queries.ts';
import type { CatchUpDoneRequest } from './dto/catch-up-done.dto.ts';

/** What one press of "done" changed. */
interface Step {
  marks: MovedMark[];
  communities: MovedCommunity[];
  since: string | null;
}

/** Puts aside what was listed, never more than that; and takes the last such step back. */
@Injectable()
export class FinishCatchUp {
  constructor(
    private readonly marks: ReadMarks,
    private readonly eventLog: EventLog,
  ) {}

  /** @returns the id by which this step can be undone */
  async done(viewer: Viewer, request: CatchUpDoneRequest): Promise<string> {
    const id = uuidv7();
    await this.eventLog.write(async (transaction) => {
      const until = await this.notLaterThanNow(transaction, request.until);
      const positions = await this.positions(transaction, viewer, { ...request, until });
      const marks = await this.marks.advance(transaction, viewer, positions, until);
      const communities = request.everything
        ? await this.marks.advanceCommunities(transaction, viewer, until)
        : [];
      const since = await this.sinceOf(transaction, viewer);
      const step: Step = { marks, communities, since: request.everything ? since : null };
      await transaction.query(
        `INSERT INTO catch_ups (user_id, since, step_id, step) VALUES ($1, $2, $3, $4)
         ON CONFLICT (user_id) DO UPDATE SET
           since = greatest(catch_ups.since, excluded.since), step_id = excluded.step_id, step = excluded.step`,
        [viewer.userId, request.everything ? until : since, id, JSON.stringify(step)],
      );
      await transaction.record({ type: 'catch-up.changed', userId: viewer.userId, actorId: viewer.userId });
    });
    return id;
  }

  /** @throws Problem not-found when that was not the last step, or is undone already */
  async undo(viewer: Viewer, id: string): Promise<void> {
    await this.eventLog.write(async (transaction) => {
      const [row] = await transaction.query<{ step: Step | null }>(
        'SELECT step FROM catch_ups WHERE user_id = $1 AND step_id = $2 FOR UPDATE',
        [viewer.userId, id],
      );
      if (!row?.step) throw notFound();
      const { marks, communities, since } = row.step;
      await this.marks.takeBack(transaction, viewer, marks, communities);
      await transaction.query(
        'UPDATE catch_ups SET since = coalesce($2, since), step_id = NULL, step = NULL WHERE user_id = $1',
        [viewer.userId, since],
      );
      await transaction.record({ type: 'catch-up.changed', userId: viewer.userId, actorId: viewer.userId });
    });
  }

  private async positions(
    transaction: RecordingTransaction,
    viewer: Viewer,
    { threads, communityIds, until }: CatchUpDoneRequest,
  ): Promise<Map<string, number>> {
    const listed: Array<[string, number]> = threads.map(({ id, position }) => [id, position]);
    if (communityIds.length === 0) return new Map(listed);
    const rest = await transaction.run<{ id: string; position: number }>(REST_UNTIL, [
      viewer.userId,
      viewer.guest,
      MOST_MOVED,
      communityIds,
      until,
    ]);
    return new Map([...rest.map(({ id, position }): [string, number] => [id, position]), ...listed]);
  }

  /** A reader can have seen nothing that is still to come, whatever their clock says. */
  private async notLaterThanNow(transaction: RecordingTransaction, until: string): Promise<string> {
    const [row] = await transaction.query<{ until: Date }>(
      'SELECT least($1::timestamptz, now())::timestamptz(3) AS until',
      [until],
    );
    return row!.until.toISOString();
  }

  private async sinceOf(transaction: RecordingTransaction, viewer: Viewer): Promise<string> {
    const [row] = await transaction.query<{ since: Date }>(
      `SELECT coalesce(c.since, u.created_at) AS since
       FROM users AS u LEFT JOIN catch_ups AS c ON c.user_id = u.id WHERE u.id = $1`,
      [viewer.userId],
    );
    return row!.since.toISOString();
  }
}
