import { setImmediate as breathe } from 'node:timers/promises';
import pg from 'pg';
import { dropIndexes } from '../drop-indexes.ts';
import { Batch, COLUMNS, type FilledTable } from './batch.ts';
import { type Company, makeCompany } from './company.ts';
import { copy } from './copy.ts';
import { Random } from './random.ts';
import type { Size } from './sizes.ts';
import { Threads } from './threads.ts';
import { writeCompany } from './write-company.ts';

const YEAR = 365 * 86_400_000;
const POSTS_A_BATCH = 5_000;
const SESSION = '-c synchronous_commit=off -c jit=off -c work_mem=64MB -c gin_pending_list_limit=32MB';
/** Without this right each row's foreign keys are looked up, which takes as long again. */
const TRUST_KEYS = `
  SELECT set_config('session_replication_role', 'replica', false)
  WHERE has_parameter_privilege('session_replication_role', 'SET')`;

/** Written without triggers, and before all of their threads were there. */
const TOPICS_AS_THREADS = `
  UPDATE thread_topics AS tt
  SET is_public = t.is_public, activity_at = t.activity_at, created_at = t.created_at
  FROM threads AS t WHERE t.id = tt.thread_id`;

const FIRST: FilledTable[] = ['threads', 'posts'];
const SECOND: FilledTable[] = ['post_words', 'reactions', 'mentions', 'thread_topics', 'thread_marks'];

export interface Filling {
  url: string;
  size: Size;
  organisation: string;
  passwordHash: string;
  peopleBefore: number;
  handlesBefore: Set<string>;
  companyId: string | undefined;
  onProgress(posts: number): void;
}

/**
 * Fills the database with an organisation of two years, in constant memory for any number of posts. While one connection
 * writes a batch, another writes what hangs on the last one. Beside others, batches are committed as they come.
 */
export async function fill(filling: Filling): Promise<Company> {
  const [main, second] = [await connect(filling.url), await connect(filling.url)];
  try {
    const isTrusted =
      (await main.query(TRUST_KEYS)).rowCount === 1 && (await second.query(TRUST_KEYS)).rowCount === 1;
    const isAlone = filling.peopleBefore === 0 && isTrusted;
    const company = await (isAlone ? fillAtOnce : fillByBatches)(main, second, filling);
    await main.query('ANALYZE');
    return company;
  } finally {
    await Promise.allSettled([main.end(), second.end()]);
  }
}

async function fillByBatches(main: pg.Client, second: pg.Client, filling: Filling): Promise<Company> {
  const company = await fillThrough(main, second, filling, inTransaction);
  await main.query(TOPICS_AS_THREADS);
  return company;
}

/** What is new is filled as a whole or not at all, and without its indexes meanwhile: all that may fail comes before the commits. */
async function fillAtOnce(main: pg.Client, second: pg.Client, filling: Filling): Promise<Company> {
  const [buildFirst, buildSecond] = await Promise.all([bare(main, FIRST), bare(second, SECOND)]);
  const company = await fillThrough(main, second, filling, (_, write) => write());
  await Promise.all([buildFirst(), buildSecond()]);
  await main.query('COMMIT');
  await second.query(TOPICS_AS_THREADS);
  await second.query('COMMIT');
  return company;
}

/** Begins a transaction of its own. */
async function bare(client: pg.Client, tables: FilledTable[]): Promise<() => Promise<void>> {
  await client.query('BEGIN');
  return dropIndexes(async (sql) => (await client.query(sql)).rows, tables);
}

type Within = <T>(client: pg.Client, work: () => Promise<T>) => Promise<T>;

/** @param within what each batch is written in */
async function fillThrough(
  main: pg.Client,
  second: pg.Client,
  filling: Filling,
  within: Within,
): Promise<Company> {
  const until = Date.now();
  const since = until - 2 * YEAR;
  const random = new Random(filling.peopleBefore + filling.size.posts);
  const company = makeCompany(filling.size, { ...filling, at: since }, random);
  const { passwordHash, companyId } = filling;
  const writing = { client: main, random, at: since, passwordHash, companyExists: Boolean(companyId) };
  await within(main, () => writeCompany(company, writing));
  let hanging = Promise.resolve();
  const threads = new Threads(company, until, random);
  for await (const batch of batches(threads, filling.size.posts, since, until)) {
    await within(main, () => write(main, FIRST, batch));
    await hanging;
    hanging = within(second, () => write(second, SECOND, batch));
    hanging.catch(() => undefined); // it is awaited with the next batch
    filling.onProgress(batch.posts.count);
  }
  await hanging;
  return company;
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  const result = await work();
  await client.query('COMMIT');
  return result;
}

/** Makes the next batch while the last one is being written. */
async function* batches(
  threads: Threads,
  posts: number,
  since: number,
  until: number,
): AsyncGenerator<Batch> {
  let made = 0;
  const make = async (): Promise<Batch> => {
    const batch = new Batch();
    while (made < posts && batch.posts.count < POSTS_A_BATCH) {
      const before = batch.posts.count;
      threads.add(batch, Math.floor(since + ((until - since) * made) / posts), posts - made);
      made += batch.posts.count - before;
      if (batch.threads.count % 20 === 0) await breathe();
    }
    return batch;
  };
  for (let next = make(); ; ) {
    const batch = await next;
    if (batch.posts.count === 0) return;
    next = make();
    yield batch;
  }
}

async function write(client: pg.Client, tables: FilledTable[], batch: Batch): Promise<void> {
  for (const table of tables) await copy(client, table, COLUMNS[table], batch[table]);
  // Threads and their answers point at each other: one of the two has to come later.
  if (tables.includes('posts'))
    await client.query(
      `UPDATE threads SET best_answer_id = answer.post_id
       FROM unnest($1::uuid[], $2::uuid[]) AS answer (thread_id, post_id) WHERE threads.id = answer.thread_id`,
      [batch.answers.map(({ threadId }) => threadId), batch.answers.map(({ postId }) => postId)],
    );
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'kring-seed', options: SESSION });
  await client.connect();
  return client;
}
