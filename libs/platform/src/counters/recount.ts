import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from '../database/database.ts';
import type { RecordingTransaction } from '../events/event-log.ts';
import type { Corrected, Counter } from './counter.ts';

const BATCH = 1_000;
const EXAMPLES = 20;
const TRIES = 5;
/** A deadlock, or somebody holds it for long: the same again may go well. */
const IN_THE_WAY = new Set(['40P01', '55P03']);

export interface Difference {
  id: string;
  stands: string;
  counted: string;
}

export interface Recounted {
  counter: string;
  wrong: number;
  /** The first few. */
  examples: Difference[];
  corrected: number;
}

/** Where it counts, and how it writes. */
export interface Counted {
  sql: Sql;
  write: <T>(work: (transaction: RecordingTransaction) => Promise<T>) => Promise<T>;
}

/**
 * Counts everything anew that `counter` stands for, a thousand rows at a time, each batch in one moment of the
 * database, so that what is being written meanwhile never looks wrong. With `fix` the wrong ones are set right and
 * told. `rest` is how much longer than a batch it waits before the next; it stops when `isOver`.
 */
export async function recount(
  { sql, write }: Counted,
  counter: Counter,
  { fix, rest = 0, isOver }: { fix: boolean; rest?: number; isOver?: () => boolean },
): Promise<Recounted> {
  const result: Recounted = { counter: counter.name, wrong: 0, examples: [], corrected: 0 };
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const began = performance.now();
    const [last] = await sql.query<{ id: string }>(
      `SELECT id FROM (SELECT id FROM ${counter.table} WHERE id > $1 ORDER BY id LIMIT ${BATCH}) AS batch
       ORDER BY id DESC LIMIT 1`,
      [after],
    );
    if (!last || isOver?.()) return result;
    const wrong = await sql.query<Difference>(
      counter.wrong((column) => `${column} > $1 AND ${column} <= $2`),
      [after, last.id],
    );
    result.wrong += wrong.length;
    result.examples.push(...wrong.slice(0, EXAMPLES - result.examples.length));
    if (fix && wrong.length > 0) {
      const ids = [...new Set(wrong.map(({ id }) => id))];
      result.corrected += await patiently(() => write((transaction) => setRight(transaction, counter, ids)));
    }
    after = last.id;
    if (rest > 0) await pause((performance.now() - began) * rest);
  }
}

async function setRight(transaction: RecordingTransaction, counter: Counter, ids: string[]): Promise<number> {
  await transaction.query(`SET LOCAL lock_timeout = '5s'`);
  for (const lock of counter.hold) await transaction.query(lock, [ids]);
  const corrected = await transaction.query<Corrected>(
    counter.correct(counter.wrong((column) => `${column} = ANY ($1::uuid[])`)),
    [ids],
  );
  const once = [...new Map(corrected.map((row) => [row.id, row])).values()];
  if (once.length > 0) await counter.tell?.(transaction, once);
  return once.length;
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await work();
    } catch (error) {
      if (tries >= TRIES || !IN_THE_WAY.has((error as { code?: string }).code ?? '')) throw error;
      await pause(200 * Math.random() * tries);
    }
}
