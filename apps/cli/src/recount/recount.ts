import pg from 'pg';
import { COUNTERS, type Counter } from './counters.ts';

export interface Recounted {
  counter: string;
  wrong: Array<{ id: string; stands: string; counted: string }>;
  corrected: number;
}

/**
 * Counts everything that Kring keeps a counter of. With `fix`, nobody can write what is being counted for that
 * moment, since a counter that moved meanwhile would be set to the past.
 */
export async function recount(url: string, { fix }: { fix: boolean }): Promise<Recounted[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'kring-recount' });
  await client.connect();
  try {
    const results: Recounted[] = [];
    for (const counter of COUNTERS) results.push(await recountOne(client, counter, fix));
    return results;
  } finally {
    await client.end();
  }
}

async function recountOne(client: pg.Client, { name, differences, correct }: Counter, fix: boolean) {
  const { rows: wrong } = await client.query(differences);
  if (!fix || wrong.length === 0) return { counter: name, wrong, corrected: 0 };
  await client.query('BEGIN');
  await client.query(
    'LOCK TABLE communities, memberships, threads, posts, reactions IN SHARE ROW EXCLUSIVE MODE',
  );
  const { rowCount } = await client.query(correct);
  await client.query('COMMIT');
  return { counter: name, wrong, corrected: rowCount ?? 0 };
}
