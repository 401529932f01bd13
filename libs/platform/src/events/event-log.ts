import { Injectable } from '@nestjs/common';
import { Database, type Statement, type Transaction } from '../database/database.ts';
import type { NewEvent } from './event.ts';
import { Sequencer } from './sequencer.ts';

export interface Recorder {
  /** Adds an entry to the log, in this transaction. */
  record(event: NewEvent): Promise<void>;
}

/** A transaction that can also say what it did. */
export interface RecordingTransaction extends Transaction, Recorder {}

const APPEND = {
  name: 'event-log.append',
  text: `INSERT INTO outbox (type, community_id, thread_id, post_id, user_id, actor_id, data)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
} satisfies Statement;

/** The only way to write: rows and their events in one transaction, and the sequencer woken after the commit. */
@Injectable()
export class EventLog {
  constructor(
    private readonly database: Database,
    private readonly sequencer: Sequencer,
  ) {}

  /** Commits what `work` wrote together with the events it recorded. */
  async write<T>(work: (transaction: RecordingTransaction) => Promise<T>): Promise<T> {
    const result = await writeUnnumbered(this.database, work);
    this.sequencer.wake();
    return result;
  }

  /** Commits one statement that writes its own outbox row: one round trip for what must be fast. */
  async writeAtOnce<T>(statement: Statement, values: unknown[]): Promise<T[]> {
    const rows = await this.database.run<T>(statement, values);
    this.sequencer.wake();
    return rows;
  }
}

/** As `EventLog.write`, for a program beside the servers: theirs finds what was recorded within a second. */
export function writeUnnumbered<T>(
  database: Database,
  work: (transaction: RecordingTransaction) => Promise<T>,
): Promise<T> {
  return database.transaction((transaction) =>
    work({ ...transaction, record: (event) => append(transaction, event) }),
  );
}

async function append(transaction: Transaction, event: NewEvent): Promise<void> {
  await transaction.run(APPEND, [
    event.type,
    event.communityId ?? null,
    event.threadId ?? null,
    event.postId ?? null,
    event.userId ?? null,
    event.actorId ?? null,
    event.data ?? {},
  ]);
}
