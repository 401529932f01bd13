import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { loadSettings, runMigrations, type Settings, StartupProblem, startEmbeddedPostgres } from '#platform';
import { SetupCode } from '#users';
import { createServer } from './create-server.ts';
import { Leaving } from './leaving.ts';
import { createLogger } from './logging.ts';

/** Service managers kill after ten seconds. */
const GIVE_UP_AFTER_MS = 9_000;

/** Starts everything and returns when Kring takes requests. */
export async function start(): Promise<void> {
  const settings = loadSettings();
  const logger = createLogger(settings);
  const stopDatabase = await provideDatabase(settings, logger);
  const running: Running = { settings, stopDatabase };
  stopOnSignals(running);
  try {
    await runMigrations(settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL!);
    const app = await createServer(settings, logger);
    running.app = app;
    await listen(app, settings);
    await greet(app, settings);
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}

/** Fills in DATABASE_URL. Without one given, a Postgres of our own is started in the data folder. */
async function provideDatabase(settings: Settings, logger: Logger): Promise<() => Promise<void>> {
  settings.KRING_DATA = resolve(settings.KRING_DATA);
  if (settings.DATABASE_URL) return async () => {};
  const postgres = await startEmbeddedPostgres({
    dataDir: settings.KRING_DATA,
    log: logger,
    onLost: (problem) => {
      logger.fatal(`Kring stops: ${problem.message}`);
      process.exit(1);
    },
  });
  settings.DATABASE_URL = postgres.url;
  return () => postgres.stop();
}

async function listen(app: NestFastifyApplication, settings: Settings): Promise<void> {
  try {
    await app.listen(settings.PORT, settings.HOST);
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartupProblem(
        `Port ${settings.PORT} is in use by another program.`,
        `Stop that program, or choose another port: PORT=${settings.PORT + 1} npm start`,
      );
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw new StartupProblem(
        `Kring may not listen on ${settings.HOST}:${settings.PORT} (${code}).`,
        'Choose another HOST or PORT.',
      );
    throw error;
  }
}

/** What there is to stop so far. */
interface Running {
  settings: Settings;
  stopDatabase: () => Promise<void>;
  app?: NestFastifyApplication;
}

/** Stops in order on Ctrl-C or SIGTERM, also while starting; a second signal ends it at once. */
function stopOnSignals(running: Running): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    const left = running.app && leave(running.app, running.settings).catch(() => undefined);
    const gaveUp = pause(GIVE_UP_AFTER_MS, 1, { ref: false });
    const code = await Promise.race([gaveUp, left]);
    await running.stopDatabase();
    process.exit(code ?? 0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** A balancer finds out first, then sockets are told, then what is asked already is answered, then it is over. */
async function leave(app: NestFastifyApplication, { KRING_ROLE, DRAIN_SECONDS }: Settings): Promise<void> {
  app.get(Leaving).begin();
  // Where this is the only process, nobody else could be asked.
  if (KRING_ROLE === 'web') await pause(DRAIN_SECONDS * 1_000);
  await app.close();
}

async function greet(app: NestFastifyApplication, settings: Settings): Promise<void> {
  console.log(`\n  Kring is ready at ${settings.origin}`);
  const code = await app.get(SetupCode).current();
  if (code) console.log(`\n  Set it up here, once:\n  ${settings.origin}/setup#code=${code}`);
  console.log('\n  Ctrl-C stops it.\n');
}
