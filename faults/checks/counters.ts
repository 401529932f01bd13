import { runProgram } from '../../bench/processes.ts';
import type { Site } from '../site/site.ts';

/** P01: every counter is what it counts, as `kring recount` finds. */
export async function wrongCounters({ postgres }: Site): Promise<string[]> {
  const env = { DATABASE_URL: postgres.url.href };
  return runProgram('dist/apps/cli/src/main.js', { args: ['recount'], env }).then(
    () => [],
    (error: Error) => [`counters are wrong: ${error.message}`],
  );
}
