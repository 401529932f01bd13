import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { KRING_VERSION, loadSettings, StartupProblem } from '#platform';
import { conclusion, printed } from '../doctor/print.ts';
import { examineAll } from '../doctor/report.ts';
import { type Installation, withDatabase } from '../installation.ts';
import { openDatabase } from '../open-database.ts';
import { Refusal } from '../refusal.ts';
import { databaseFacts } from './database-facts.ts';
import { logExcerpt } from './log-excerpt.ts';
import { machine } from './machine.ts';
import { metricsOf } from './metrics.ts';
import { shownSettings } from './shown-settings.ts';

export interface BundleOrder {
  to?: string;
  log?: string;
  server?: string;
}

const ABOUT = `What somebody needs to find a fault in this Kring. It holds nothing that people wrote, no names, no
addresses of people, no passwords and no tokens; look for yourself.

machine.json     versions and the machine
settings.json    what was set; of secrets only that they were
doctor.txt       what "kring doctor" says
doctor.json      the same, for programs
metrics.txt      what /metrics said
database.json    changes of the schema, sizes of tables and indexes, settings of Postgres
plans.txt        how Postgres would answer the questions that matter
log.jsonl        the newest lines of the log, when one was named: without quotations, addresses and tokens
`;

/** Writes the bundle, however little of the installation still works. @returns its path */
export async function makeBundle({ to, log, server }: BundleOrder): Promise<string> {
  const path = resolve(
    to ?? `kring-support-${new Date().toISOString().replace(/\.\d+/, '').replaceAll(':', '')}.tar.gz`,
  );
  const lines: string[] = [];
  const verdict = await examineAll({ only: [], repair: false, thorough: false }, (examination) =>
    lines.push(printed(examination)),
  );
  const settings = readableSettings();
  const entries: Record<string, string> = {
    'about.txt': ABOUT,
    'machine.json': json(machine(settings)),
    'settings.json': json(shownSettings(settings)),
    'doctor.txt': `${lines.join('\n')}\n\n${conclusion(verdict.level)}\n`,
    'doctor.json': json({ version: KRING_VERSION, level: verdict.level, checks: verdict.examinations }),
    'metrics.txt': await metricsOf(settings, server),
    ...(await fromDatabase(log)),
  };
  await write(path, entries);
  return path;
}

const json = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`;

function readableSettings() {
  try {
    return loadSettings();
  } catch (error) {
    if (error instanceof StartupProblem) return null;
    throw error;
  }
}

/** The log goes through the database: a line that names somebody who has an account here is left out. */
async function fromDatabase(log: string | undefined): Promise<Record<string, string>> {
  const gather = (settings: Installation) => async () => {
    const { database, close } = await openDatabase(settings.DATABASE_URL, 'kring-support');
    try {
      const { facts, plans } = await databaseFacts(database);
      const excerpt = log && (await logExcerpt(log, database));
      return { 'database.json': json(facts), 'plans.txt': plans, ...(excerpt && { 'log.jsonl': excerpt }) };
    } finally {
      await close();
    }
  };
  try {
    return await withDatabase((settings) => gather(settings)());
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return {
      'database.json': json({ notAsked: (error as NodeJS.ErrnoException).code ?? 'it does not answer' }),
    };
  }
}

async function write(path: string, entries: Record<string, string>): Promise<void> {
  const tar = pack();
  for (const [name, content] of Object.entries(entries))
    tar.entry({ name: `kring-support/${name}` }, content);
  tar.finalize();
  try {
    await pipeline([
      tar as unknown as Readable,
      createGzip(),
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    ]);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Refusal(`${path} is there already.`);
    throw new Refusal(`The bundle cannot be written at ${path} (${code}).`);
  }
}
