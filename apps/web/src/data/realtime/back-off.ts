const FIRST_MS = 600;
const MOST_MS = 20_000;
const LEAST_MS = 300;

/**
 * How long to wait before the next try: full jitter, so that ten thousand clients of a restarted server do
 * not come back in the same second.
 */
export function backOff(failures: number, random: () => number = Math.random): number {
  const most = Math.min(MOST_MS, FIRST_MS * 2 ** failures);
  return Math.round(LEAST_MS + random() * (most - LEAST_MS));
}
