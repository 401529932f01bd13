import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, EventLog, type Statement } from '#platform';
import { refuseMissingFiles } from './attached-files.sql.ts';
import type { PostView } from './dto/post.view.ts';
import { refuseAnotherWish, type StoredWish } from './request-hash.ts';
import { DROP_SENT_DRAFT } from './sent-draft.sql.ts';

/** A wish to write, as it is kept to tell a second try from another wish. */
interface Wish {
  /** The client's; without one nothing can be tried again. */
  id: string | undefined;
  hash: Buffer;
  /** Finds the StoredWish of an id. */
  stored: Statement;
  body: string;
  /** `sentDraftValues` of it. */
  draft: [place: string, version: number];
}

/** What starting a thread and replying have in common: one id makes one of them, with all of its files. */
@Injectable()
export class WriteOnce {
  constructor(
    private readonly database: Database,
    private readonly eventLog: EventLog,
  ) {}

  /**
   * Runs the statement that writes everything and answers the view; nothing when it wrote nothing. With files in
   * a transaction, which is undone when one of them cannot be had.
   */
  async write<View>(
    statement: Statement,
    values: unknown[],
    fileIds: string[],
    postIn: (view: View) => PostView,
  ): Promise<View | undefined> {
    if (fileIds.length === 0)
      return (await this.eventLog.writeAtOnce<{ view: View }>(statement, values))[0]?.view;
    return this.eventLog.write(async (transaction) => {
      const [row] = await transaction.run<{ view: View }>(statement, values);
      if (row) refuseMissingFiles(postIn(row.view), fileIds);
      return row?.view;
    });
  }

  /**
   * The id, when the same wish was fulfilled before and its answer was lost: a refusal does not undo it.
   * @throws `refusal` when it was not; Problem id-reused when the id stands for something else
   */
  async doneBefore(viewer: Viewer, wish: Wish, refusal: unknown): Promise<string> {
    const { id, hash, stored, body, draft } = wish;
    const [before] = id ? await this.database.run<StoredWish>(stored, [id]) : [];
    if (!before) throw refusal;
    refuseAnotherWish(before, viewer.userId, hash);
    // Another device may have kept it once more, not knowing.
    await this.eventLog.writeAtOnce(DROP_SENT_DRAFT, [viewer.userId, body, ...draft]);
    return id!;
  }
}
