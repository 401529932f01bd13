import { type Recounted, recount } from '#platform';
import { COUNTERS } from '#upkeep';
import { openDatabase } from '../open-database.ts';

/** Counts everything that Kring keeps a counter of, while it may be in use; with `fix` sets the wrong ones right. */
export async function recountAll(url: string, { fix }: { fix: boolean }): Promise<Recounted[]> {
  const { database: sql, write, close } = await openDatabase(url, 'kring-recount');
  try {
    const results: Recounted[] = [];
    for (const counter of COUNTERS) results.push(await recount({ sql, write }, counter, { fix }));
    return results;
  } finally {
    await close();
  }
}
