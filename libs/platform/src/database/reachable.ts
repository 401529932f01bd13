import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartupProblem } from '../startup-problem.ts';

const WAIT_MS = 30_000;
/** Starting up, shutting down, in recovery. */
const SOON = new Set(['57P03', '57P01']);
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
]);

/**
 * Connects once, to find out whether there is a database to work with. One that is only starting is waited for.
 * @throws StartupProblem that says what is wrong and what to do; it never shows the password
 */
export async function mustReach(url: string, waitMs = WAIT_MS): Promise<void> {
  for (const end = Date.now() + waitMs; ; await pause(500)) {
    const error = await tryOnce(url);
    if (!error) return;
    const passing = SOON.has(error.code ?? '') || UNREACHABLE.has(error.code ?? '');
    if (!passing || Date.now() > end) throw inWords(error, url);
  }
}

async function tryOnce(url: string): Promise<(Error & { code?: string }) | undefined> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'kring-migrate',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return error instanceof AggregateError ? error.errors[0] : (error as Error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function inWords(error: Error & { code?: string }, url: string): Error {
  const { host, username, pathname } = new URL(url);
  const database = pathname.slice(1);
  if (UNREACHABLE.has(error.code ?? '') || /timeout/i.test(error.message))
    return new StartupProblem(
      `No database answers at ${host} (${error.code ?? 'time-out'}).`,
      'Check that Postgres runs and that DATABASE_URL names its address.',
    );
  switch (error.code) {
    case '28P01':
    case '28000':
      return new StartupProblem(
        `The database at ${host} does not let "${username}" in: wrong password or user.`,
        'Check DATABASE_URL. With Docker Compose: the database keeps the password it was made with; secrets/ must be of that day.',
      );
    case '3D000':
      return new StartupProblem(
        `There is no database "${database}" at ${host}.`,
        `Make it (CREATE DATABASE "${database}" ENCODING 'UTF8'), or correct DATABASE_URL.`,
      );
    case '42501':
      return new StartupProblem(
        `"${username}" may not connect to the database "${database}".`,
        `Run: GRANT CONNECT ON DATABASE "${database}" TO "${username}"`,
      );
    case '53300':
      return new StartupProblem(
        `The database at ${host} has no connection left.`,
        'Raise max_connections in Postgres, or lower DATABASE_POOL.',
      );
    case '57P03':
      return new StartupProblem(`The database at ${host} is still starting.`, 'Wait, and start Kring again.');
    default:
      return error;
  }
}
