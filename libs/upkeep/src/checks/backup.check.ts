import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Sql } from '#platform';
import type { Check } from '../check.ts';
import { bytes, duration, type Finding, ok } from '../finding.ts';

const OLD_SECONDS = 2 * 86_400;
const FAR_TOO_OLD_SECONDS = 7 * 86_400;

interface Backup {
  path: string;
  bytes: number;
  seconds: number;
}

/** What `kring backup` left word of. Whether one can be read back only `kring backup verify` can tell. */
export const backupCheck: Check = {
  name: 'backup',
  async examine({ database }) {
    const found = await backups(database);
    if (found.length > 0) return found;
    const newest = (await newestBackup(database))!;
    if (await isGone(newest))
      return [
        {
          code: 'backup.gone',
          level: 'warning',
          says: 'The newest backup is not where it was put.',
          remedy: 'If nobody moved it, make another one: kring backup.',
          examples: [newest.path],
        },
      ];
    return [
      ok('backup.fine', `The newest is ${duration(newest.seconds)} old and has ${bytes(newest.bytes)}.`),
    ];
  },
};

/** Index backups_by_time. */
async function newestBackup(database: Sql): Promise<Backup | undefined> {
  const [newest] = await database.query<Backup>(
    `SELECT path, bytes, extract(epoch FROM now() - made_at)::float8 AS seconds
     FROM backups ORDER BY made_at DESC LIMIT 1`,
  );
  return newest;
}

export async function backups(database: Sql): Promise<Finding[]> {
  const newest = await newestBackup(database);
  if (!newest)
    return [
      {
        code: 'backup.none',
        level: 'warning',
        says: 'No backup was ever made.',
        remedy: 'Make one with "kring backup", every night; or be sure that you make them in another way.',
      },
    ];
  if (newest.seconds < OLD_SECONDS) return [];
  return [
    {
      code: 'backup.old',
      level: newest.seconds > FAR_TOO_OLD_SECONDS ? 'failure' : 'warning',
      says: `The newest backup is ${duration(newest.seconds)} old.`,
      remedy:
        'Look into the log of what makes them ("docker compose logs backup"), and make one: kring backup.',
      values: { seconds: newest.seconds },
    },
  ];
}

/** Only where its folder can be seen from here. */
async function isGone({ path }: Backup): Promise<boolean> {
  const there = (of: string) =>
    stat(of).then(
      () => true,
      () => false,
    );
  return (await there(dirname(path))) && !(await there(path));
}
