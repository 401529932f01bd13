import type { SystemState } from '~/data/types';

export type Concern = 'disk' | 'backup' | 'no-backup' | 'outbox' | 'consumers';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A backup needs about as much room as what it copies; half of that is late. */
const LEAST_FREE = 2 * 1024 ** 3;
/** More than a burst of posts leaves behind. */
const LATE_EVENTS = 5_000;

/** What an administrator should look after, most pressing first. */
export function concernsOf({ storage, lastBackup, eventLog }: SystemState, now: number): Concern[] {
  const age = lastBackup ? now - new Date(lastBackup.at).getTime() : 0;
  const found: [Concern, boolean][] = [
    ['disk', storage.freeBytes !== null && storage.freeBytes < LEAST_FREE],
    ['outbox', eventLog.outbox > LATE_EVENTS],
    ['consumers', eventLog.consumers.some(({ lag }) => lag > LATE_EVENTS)],
    ['no-backup', lastBackup === null],
    ['backup', age > 2 * DAY_MS],
  ];
  return found.filter(([, isSo]) => isSo).map(([concern]) => concern);
}
