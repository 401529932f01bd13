import type { Sql } from '#platform';
import type { Check } from '../check.ts';
import { duration, type Finding, ok } from '../finding.ts';

const NOTICED_SECONDS = 2;
const HARMFUL_SECONDS = 60;

/** Sessions, limits and the order of posts go by the database's clock; what this machine shows goes by its own. */
export const clockCheck: Check = {
  name: 'clock',
  async examine({ database }) {
    const found = await clocks(database);
    return found.length > 0 ? found : [ok('clock.fine', 'This machine and the database agree on the time.')];
  },
};

export async function clocks(database: Sql): Promise<Finding[]> {
  const before = Date.now();
  const [row] = await database.query<{ now: number; ahead: number | null }>(
    `SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now,
       (SELECT extract(epoch FROM at - clock_timestamp())::float8 FROM events ORDER BY seq DESC LIMIT 1) AS ahead`,
  );
  const after = Date.now();
  // Between asking and hearing, somewhere, it looked at its clock.
  const skew = Math.max(0, before - row!.now, row!.now - after) / 1000;
  const found: Finding[] = [];
  if (skew > NOTICED_SECONDS)
    found.push({
      code: 'clock.skew',
      level: skew > HARMFUL_SECONDS ? 'failure' : 'warning',
      says: `The clock of this machine is ${duration(skew)} off that of the database.`,
      remedy: 'Let both be set by NTP (timedatectl set-ntp true).',
      values: { seconds: skew },
    });
  if ((row!.ahead ?? 0) > HARMFUL_SECONDS)
    found.push({
      code: 'clock.went-back',
      level: 'warning',
      says: `The newest event is ${duration(row!.ahead!)} ahead of the clock of the database: it was set back.`,
      remedy: 'Let it be set by NTP. Until that time has passed, new posts may stand below older ones.',
      values: { seconds: row!.ahead! },
    });
  return found;
}
