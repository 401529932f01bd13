import { setTimeout as pause } from 'node:timers/promises';

/** A clock that is set, or a machine that slept, is noticed within this time. */
const LOOK_EVERY_MS = 30_000;

/**
 * Runs `work` every day at `time` of the local time zone (TZ), until the process ends. A night that failed is logged
 * and the next one tried: the container stays. Told to stop while it waits, it has done all it had to.
 */
export async function everyNightAt(time: string, work: () => Promise<void>): Promise<never> {
  let isWorking = false;
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(isWorking ? 1 : 0));
  for (;;) {
    isWorking = false;
    await until(nextAt(time, new Date()));
    isWorking = true;
    try {
      await work();
    } catch (error) {
      console.error(`${new Date().toISOString()} The backup failed: ${(error as Error).message}`);
    }
  }
}

/** The next moment with that time on the clock; one that the clock skips in spring comes an hour later. */
export function nextAt(time: string, now: Date): Date {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  const next = new Date(now.getFullYear(), now.getMonth(), now.getDate(), hour, minute);
  if (next > now) return next;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, hour, minute);
}

async function until(moment: Date): Promise<void> {
  while (Date.now() < moment.getTime()) await pause(Math.min(LOOK_EVERY_MS, moment.getTime() - Date.now()));
}
