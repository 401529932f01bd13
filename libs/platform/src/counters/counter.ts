import type { Sql } from '../database/database.ts';
import type { Recorder } from '../events/event-log.ts';

/** A row that was set right, and what an event needs to name it. */
export interface Corrected {
  id: string;
  communityId?: string;
  threadId?: string;
}

/** SQL: the condition that picks rows by the id in `column`. */
export type Which = (column: string) => string;

/**
 * A number or a copy that stands beside what it is made of, and is kept by the transactions that change that. Each lib
 * describes its own; `recount` compares them, a few rows at a time.
 */
export interface Counter {
  name: string;
  /** Its ids are walked through. */
  table: string;
  /** SELECTs those that are wrong: `id`, and as text what `stands` there and what was `counted`. */
  wrong: (which: Which) => string;
  /**
   * Each locks what has to stay as it is while the rows $1 are set right, in the order in which other transactions lock it. Who
   * has changed what is counted then has also changed the counter; who is about to adds to the corrected one.
   */
  hold: string[];
  /** Sets right what `wrong` finds, in one statement; answers Corrected. */
  correct: (wrong: string) => string;
  /** Tells whoever may be looking at it. */
  tell?(transaction: Recorder & Sql, corrected: Corrected[]): Promise<void>;
}
