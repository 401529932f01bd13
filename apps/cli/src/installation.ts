import { resolve } from 'node:path';
import {
  findRunningPostgres,
  loadSettings,
  runMigrations,
  type Settings,
  startEmbeddedPostgres,
} from '#platform';

/** The Kring that a command works on: its settings, with DATABASE_URL always filled in. */
export type Installation = Settings & { DATABASE_URL: string };

const log = { info: say, warn: say, error: say };

/**
 * Runs `work` on the migrated database of this installation: the one DATABASE_URL names, else the embedded one
 * in KRING_DATA. That one is joined when a Kring is running on it, and started for the time of the command if not.
 */
export function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  return withDatabase(async (installation) => {
    await runMigrations(installation.DATABASE_URL);
    return work(installation);
  });
}

/** As `withInstallation`, on a database that is left as it is, whatever stands in it. */
export async function withDatabase<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const settings = loadSettings();
  settings.KRING_DATA = resolve(settings.KRING_DATA);
  const { url, stop } = await database(settings);
  try {
    return await work(Object.assign(settings, { DATABASE_URL: url }));
  } finally {
    await stop();
  }
}

async function database(settings: Settings): Promise<{ url: string; stop(): Promise<void> }> {
  const given = settings.DATABASE_URL ?? findRunningPostgres(settings.KRING_DATA)?.url;
  if (given) return { url: given, stop: async () => {} };
  return startEmbeddedPostgres({ dataDir: settings.KRING_DATA, log });
}

/** What a command is doing goes to stderr; what it answers, to stdout. */
export function say(message: string): void {
  console.error(message);
}
