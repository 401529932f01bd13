import { LocalFileStore } from '#files';
import { mustReach } from '#platform';
import type { Examined } from '#upkeep';
import type { Installation } from '../installation.ts';
import { openDatabase } from '../open-database.ts';

const NAME = 'kring-doctor';

/**
 * Runs `work` on an installation as it is: nothing is migrated, and no server started.
 * @throws StartupProblem when its database cannot be reached
 */
export async function withPatient<T>(
  settings: Installation,
  { thorough }: { thorough: boolean },
  work: (patient: Examined) => Promise<T>,
): Promise<T> {
  await mustReach(settings.DATABASE_URL, 0);
  const own = await openDatabase(settings.DATABASE_URL, NAME);
  const { DATABASE_OWNER_URL } = settings;
  const owner = DATABASE_OWNER_URL ? await openDatabase(DATABASE_OWNER_URL, NAME) : own;
  try {
    return await work({
      settings,
      environment: process.env,
      database: own.database,
      owner: owner.database,
      store: new LocalFileStore(settings),
      write: own.write,
      thorough,
    });
  } finally {
    await own.close();
    if (owner !== own) await owner.close();
  }
}
